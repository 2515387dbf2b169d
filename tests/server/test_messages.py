import struct
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from comity.rdf.dates import Moment
from comity.server.messages import LENGTHS, Reply, Request

DAYS = st.dates().map(date.isoformat) | st.none()
REQUESTS = st.builds(
    Request,
    st.text(),
    st.dictionaries(st.text(), st.text() | st.lists(st.text())),
    st.lists(st.text()).map(tuple),
    DAYS,
    DAYS,
    st.booleans(),
)


def parts(frame: bytes) -> tuple[bytes, bytes]:
    head, body = LENGTHS.unpack_from(frame)
    assert len(frame) == LENGTHS.size + head + body
    return frame[LENGTHS.size : LENGTHS.size + head], frame[LENGTHS.size + head :]


@given(REQUESTS)
def test_a_request_arrives_as_it_was_sent(request: Request) -> None:
    assert Request.from_head(parts(request.to_frame())[0]) == request


@given(st.binary(), st.text())
def test_a_reply_arrives_as_it_was_sent(body: bytes, form: str) -> None:
    reply = Reply(form, body, details={"n": 1}, leaving=True)
    assert Reply.from_parts(*parts(reply.to_frame())) == reply


def test_a_request_knows_its_moment() -> None:
    asked = Request("sparql", as_of="2024-06-25", certain=True)
    assert asked.moment == Moment(date(2024, 6, 25), certain=True)


def test_lengths_are_of_a_fixed_size() -> None:
    assert struct.calcsize("!IQ") == LENGTHS.size == 12
