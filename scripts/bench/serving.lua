-- What wrk sends: one query a request, no two alike. Arguments: ids, template, seed.
-- At the end, one line of JSON: answers a second, median and p99 in milliseconds, failures.

local ids, template, number = {}, "", 0

local function encoded(text)
  return (text:gsub("[^%w%-_.~]", function(char) return string.format("%%%02X", char:byte()) end))
end

function init(args)
  for line in io.lines(args[1]) do ids[#ids + 1] = line end
  template, number = args[2], tonumber(args[3])
  wrk.headers["Accept"] = "application/sparql-results+json"
end

function request()
  number = number + 1
  local id = ids[number % #ids + 1]
  local text = template:gsub("{ID}", id):gsub("{N}", tostring(number))
  return wrk.format("GET", wrk.path .. "?query=" .. encoded(text))
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('{"rate": %f, "median": %f, "p99": %f, "failed": %d}',
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
