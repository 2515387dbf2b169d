"""Everything that can go wrong, as one tree.

In: the fields of a failure, never a ready-made sentence. Out: exceptions whose message is built
here, in one place each. What does not belong here: exit codes (`comity.cli.exits`), HTTP
statuses (`comity.server.problems`) and any other part of the package.

::

    ComityError
    ├── BadInput                what was asked cannot be meant
    │   ├── BadDate
    │   ├── BadHorizon
    │   ├── BadIdentifier
    │   ├── BadIri
    │   ├── BadNumber
    │   ├── BadParameter
    │   ├── BadSupposition
    │   ├── DayAfterRecord
    │   ├── CertainInWidget
    │   ├── NotTwoActors
    │   ├── UnknownName
    │   ├── QuerySyntax
    │   ├── QueryRefused
    │   ├── BadAddress
    │   ├── NeedsSnapshot
    │   ├── QueryTooBroad
    │   ├── FormatMismatch
    │   ├── ExportOptions
    │   ├── UnknownEnding
    │   ├── ViewTooLarge
    │   ├── AnswerTooLarge
    │   └── BadRequest          an HTTP request is not as it should be
    │       ├── WrongParameter
    │       ├── NoSuchPage
    │       ├── MethodNotAllowed
    │       ├── NotAcceptable
    │       ├── BodyTooLarge
    │       └── UnsupportedMediaType
    ├── Findings                the data was read, and faults were found in it
    │   ├── TableFaults
    │   └── NotConforming
    └── CannotRun               the surroundings do not allow it
        ├── Unreadable
        ├── WriteFailed
        ├── SnapshotMissing
        ├── SnapshotDamaged
        ├── QueryFailed
        ├── TooFewCases
        ├── EndpointUnreachable
        ├── EndpointFailed
        ├── EndpointAnswerUnusable
        ├── EndpointCut
        ├── NotAComityStore
        ├── ReleaseNotUnderstood
        ├── ReleaseReplaced
        ├── PublishingFailed
        ├── MissingPart
        ├── SiteFaulty
        ├── SiteUnfinished
        └── ServiceTrouble      the service cannot answer, or not now
            ├── ServerBusy
            ├── ServiceStopped
            ├── TooMuchTime
            ├── TooMuchMemory
            ├── WorkerDied
            └── AddressInUse
"""

from comity.errors.asking import (
    AnswerTooLarge,
    BadDate,
    BadHorizon,
    BadIdentifier,
    BadIri,
    BadNumber,
    BadParameter,
    BadSupposition,
    CertainInWidget,
    DayAfterRecord,
    ExportOptions,
    FormatMismatch,
    NotTwoActors,
    QueryRefused,
    QuerySyntax,
    UnknownEnding,
    UnknownName,
    ViewTooLarge,
)
from comity.errors.findings import Fault, NotConforming, TableFaults
from comity.errors.requests import (
    BadRequest,
    BodyTooLarge,
    MethodNotAllowed,
    NoSuchPage,
    NotAcceptable,
    UnsupportedMediaType,
    WrongParameter,
)
from comity.errors.roots import BadInput, CannotRun, ComityError, Findings
from comity.errors.service import (
    AddressInUse,
    ServerBusy,
    ServiceStopped,
    ServiceTrouble,
    TooMuchMemory,
    TooMuchTime,
    WorkerDied,
)
from comity.errors.stores import (
    BadAddress,
    EndpointAnswerUnusable,
    EndpointCut,
    EndpointFailed,
    EndpointUnreachable,
    NeedsSnapshot,
    NotAComityStore,
    PublishingFailed,
    QueryTooBroad,
    ReleaseNotUnderstood,
    ReleaseReplaced,
)
from comity.errors.surroundings import (
    MissingPart,
    QueryFailed,
    SiteFaulty,
    SiteUnfinished,
    SnapshotDamaged,
    SnapshotMissing,
    TooFewCases,
    Unreadable,
    WriteFailed,
)

__all__ = [
    "AddressInUse",
    "AnswerTooLarge",
    "BadAddress",
    "BadDate",
    "BadHorizon",
    "BadIdentifier",
    "BadInput",
    "BadIri",
    "BadNumber",
    "BadParameter",
    "BadRequest",
    "BadSupposition",
    "BodyTooLarge",
    "CannotRun",
    "CertainInWidget",
    "ComityError",
    "DayAfterRecord",
    "EndpointAnswerUnusable",
    "EndpointCut",
    "EndpointFailed",
    "EndpointUnreachable",
    "ExportOptions",
    "Fault",
    "Findings",
    "FormatMismatch",
    "MethodNotAllowed",
    "MissingPart",
    "NeedsSnapshot",
    "NoSuchPage",
    "NotAComityStore",
    "NotAcceptable",
    "NotConforming",
    "NotTwoActors",
    "PublishingFailed",
    "QueryFailed",
    "QueryRefused",
    "QuerySyntax",
    "QueryTooBroad",
    "ReleaseNotUnderstood",
    "ReleaseReplaced",
    "ServerBusy",
    "ServiceStopped",
    "ServiceTrouble",
    "SiteFaulty",
    "SiteUnfinished",
    "SnapshotDamaged",
    "SnapshotMissing",
    "TableFaults",
    "TooFewCases",
    "TooMuchMemory",
    "TooMuchTime",
    "UnknownEnding",
    "UnknownName",
    "Unreadable",
    "UnsupportedMediaType",
    "ViewTooLarge",
    "WorkerDied",
    "WriteFailed",
    "WrongParameter",
]
