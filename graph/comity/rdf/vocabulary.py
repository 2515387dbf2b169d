"""The terms of the ontology as Python constants.

In: nothing. Out: IRIs, and what the ontology says of relations, qualifiers and concepts. What does
not belong here: anything written by hand.

Generated from ontology/comity.ttl by scripts/generate_vocabulary.py; do not edit.
"""
# ruff: noqa: N815  (terms keep the names that the ontology gives)

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from comity.rdf.schema import Attribute, Qualifier, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

_NS: Final = "https://w3id.org/comity/ns#"


class Comity:
    """The terms of the namespace `comity:`, by their local names."""

    About: Final = NamedNode(_NS + "About")
    AcademicSource: Final = NamedNode(_NS + "AcademicSource")
    Acceded: Final = NamedNode(_NS + "Acceded")
    Acceptance: Final = NamedNode(_NS + "Acceptance")
    Accepted: Final = NamedNode(_NS + "Accepted")
    Accession: Final = NamedNode(_NS + "Accession")
    Accord: Final = NamedNode(_NS + "Accord")
    ActivityScheme: Final = NamedNode(_NS + "ActivityScheme")
    Actor: Final = NamedNode(_NS + "Actor")
    Adherent: Final = NamedNode(_NS + "Adherent")
    Affirms: Final = NamedNode(_NS + "Affirms")
    Agency: Final = NamedNode(_NS + "Agency")
    Agreement: Final = NamedNode(_NS + "Agreement")
    AllApplicants: Final = NamedNode(_NS + "AllApplicants")
    AllStates: Final = NamedNode(_NS + "AllStates")
    AllUnMembers: Final = NamedNode(_NS + "AllUnMembers")
    AntiSatelliteTestBan: Final = NamedNode(_NS + "AntiSatelliteTestBan")
    AnySetting: Final = NamedNode(_NS + "AnySetting")
    Approval: Final = NamedNode(_NS + "Approval")
    Arrangement: Final = NamedNode(_NS + "Arrangement")
    Asserted: Final = NamedNode(_NS + "Asserted")
    AssociateMember: Final = NamedNode(_NS + "AssociateMember")
    AsteroidExploration: Final = NamedNode(_NS + "AsteroidExploration")
    Astronomy: Final = NamedNode(_NS + "Astronomy")
    Astrophysics: Final = NamedNode(_NS + "Astrophysics")
    AtLeast: Final = NamedNode(_NS + "AtLeast")
    AtMost: Final = NamedNode(_NS + "AtMost")
    Attestation: Final = NamedNode(_NS + "Attestation")
    AttributeNatureScheme: Final = NamedNode(_NS + "AttributeNatureScheme")
    AttributeProperty: Final = NamedNode(_NS + "AttributeProperty")
    BenefitOfAll: Final = NamedNode(_NS + "BenefitOfAll")
    BilateralCooperation: Final = NamedNode(_NS + "BilateralCooperation")
    BilateralSetting: Final = NamedNode(_NS + "BilateralSetting")
    BindingStrengthScheme: Final = NamedNode(_NS + "BindingStrengthScheme")
    BoundScheme: Final = NamedNode(_NS + "BoundScheme")
    ByAgreement: Final = NamedNode(_NS + "ByAgreement")
    ByCertification: Final = NamedNode(_NS + "ByCertification")
    ByLaterLaw: Final = NamedNode(_NS + "ByLaterLaw")
    ByLicence: Final = NamedNode(_NS + "ByLicence")
    BySanctionsCommittee: Final = NamedNode(_NS + "BySanctionsCommittee")
    ByStatutoryWindow: Final = NamedNode(_NS + "ByStatutoryWindow")
    ByWaiver: Final = NamedNode(_NS + "ByWaiver")
    CaseOutcomeScheme: Final = NamedNode(_NS + "CaseOutcomeScheme")
    CasePrevented: Final = NamedNode(_NS + "CasePrevented")
    CaseWorked: Final = NamedNode(_NS + "CaseWorked")
    CivilSpace: Final = NamedNode(_NS + "CivilSpace")
    Claim: Final = NamedNode(_NS + "Claim")
    CommercialSpace: Final = NamedNode(_NS + "CommercialSpace")
    CommonHeritage: Final = NamedNode(_NS + "CommonHeritage")
    Communications: Final = NamedNode(_NS + "Communications")
    Conditional: Final = NamedNode(_NS + "Conditional")
    ConfidenceScheme: Final = NamedNode(_NS + "ConfidenceScheme")
    ConsultationDuty: Final = NamedNode(_NS + "ConsultationDuty")
    Continuation: Final = NamedNode(_NS + "Continuation")
    Continued: Final = NamedNode(_NS + "Continued")
    Contract: Final = NamedNode(_NS + "Contract")
    Contradicted: Final = NamedNode(_NS + "Contradicted")
    CooperatingState: Final = NamedNode(_NS + "CooperatingState")
    Count: Final = NamedNode(_NS + "Count")
    CriminalJurisdiction: Final = NamedNode(_NS + "CriminalJurisdiction")
    CrossWaiver: Final = NamedNode(_NS + "CrossWaiver")
    DataExchange: Final = NamedNode(_NS + "DataExchange")
    DatasetSource: Final = NamedNode(_NS + "DatasetSource")
    DebrisMitigation: Final = NamedNode(_NS + "DebrisMitigation")
    Declined: Final = NamedNode(_NS + "Declined")
    Deconfliction: Final = NamedNode(_NS + "Deconfliction")
    DefinitiveSignature: Final = NamedNode(_NS + "DefinitiveSignature")
    Denies: Final = NamedNode(_NS + "Denies")
    Denounced: Final = NamedNode(_NS + "Denounced")
    Denunciation: Final = NamedNode(_NS + "Denunciation")
    DepositarySource: Final = NamedNode(_NS + "DepositarySource")
    Description: Final = NamedNode(_NS + "Description")
    Dialogue: Final = NamedNode(_NS + "Dialogue")
    DisputeSettlement: Final = NamedNode(_NS + "DisputeSettlement")
    Disputed: Final = NamedNode(_NS + "Disputed")
    DraftResolution: Final = NamedNode(_NS + "DraftResolution")
    EarthObservation: Final = NamedNode(_NS + "EarthObservation")
    EmergencyAssistance: Final = NamedNode(_NS + "EmergencyAssistance")
    EndAfterNotice: Final = NamedNode(_NS + "EndAfterNotice")
    EndBySuccession: Final = NamedNode(_NS + "EndBySuccession")
    Entity: Final = NamedNode(_NS + "Entity")
    EntryAfterDeposit: Final = NamedNode(_NS + "EntryAfterDeposit")
    EntryAsStated: Final = NamedNode(_NS + "EntryAsStated")
    EntryByInvitation: Final = NamedNode(_NS + "EntryByInvitation")
    EntryBySuccession: Final = NamedNode(_NS + "EntryBySuccession")
    EntryWithTreaty: Final = NamedNode(_NS + "EntryWithTreaty")
    EnvironmentalProtection: Final = NamedNode(_NS + "EnvironmentalProtection")
    Evaluation: Final = NamedNode(_NS + "Evaluation")
    Event: Final = NamedNode(_NS + "Event")
    ExemptionScheme: Final = NamedNode(_NS + "ExemptionScheme")
    ExemptionUnknown: Final = NamedNode(_NS + "ExemptionUnknown")
    FacilityVisit: Final = NamedNode(_NS + "FacilityVisit")
    FieldScheme: Final = NamedNode(_NS + "FieldScheme")
    Forecast: Final = NamedNode(_NS + "Forecast")
    ForeignApplicants: Final = NamedNode(_NS + "ForeignApplicants")
    FreedomOfExploration: Final = NamedNode(_NS + "FreedomOfExploration")
    Funding: Final = NamedNode(_NS + "Funding")
    GeneralScience: Final = NamedNode(_NS + "GeneralScience")
    GroundStations: Final = NamedNode(_NS + "GroundStations")
    HeritageProtection: Final = NamedNode(_NS + "HeritageProtection")
    High: Final = NamedNode(_NS + "High")
    HostedPayload: Final = NamedNode(_NS + "HostedPayload")
    HumanSpaceflight: Final = NamedNode(_NS + "HumanSpaceflight")
    InForce: Final = NamedNode(_NS + "InForce")
    IndustrialReturn: Final = NamedNode(_NS + "IndustrialReturn")
    InformationSharing: Final = NamedNode(_NS + "InformationSharing")
    Institution: Final = NamedNode(_NS + "Institution")
    Instrument: Final = NamedNode(_NS + "Instrument")
    IntellectualPropertyRights: Final = NamedNode(_NS + "IntellectualPropertyRights")
    Interoperability: Final = NamedNode(_NS + "Interoperability")
    Joinable: Final = NamedNode(_NS + "Joinable")
    JointStatement: Final = NamedNode(_NS + "JointStatement")
    JurisdictionAndControl: Final = NamedNode(_NS + "JurisdictionAndControl")
    LaunchActivity: Final = NamedNode(_NS + "LaunchActivity")
    LaunchNotification: Final = NamedNode(_NS + "LaunchNotification")
    LaunchServices: Final = NamedNode(_NS + "LaunchServices")
    LauncherTechnology: Final = NamedNode(_NS + "LauncherTechnology")
    LegalRuleScheme: Final = NamedNode(_NS + "LegalRuleScheme")
    LegalStatusScheme: Final = NamedNode(_NS + "LegalStatusScheme")
    LetterOfIntent: Final = NamedNode(_NS + "LetterOfIntent")
    LiabilityForDamage: Final = NamedNode(_NS + "LiabilityForDamage")
    Low: Final = NamedNode(_NS + "Low")
    LunarExploration: Final = NamedNode(_NS + "LunarExploration")
    MarsExploration: Final = NamedNode(_NS + "MarsExploration")
    Measure: Final = NamedNode(_NS + "Measure")
    Medium: Final = NamedNode(_NS + "Medium")
    Member: Final = NamedNode(_NS + "Member")
    Memorandum: Final = NamedNode(_NS + "Memorandum")
    MilitaryBasesBan: Final = NamedNode(_NS + "MilitaryBasesBan")
    MilitaryItems: Final = NamedNode(_NS + "MilitaryItems")
    Mission: Final = NamedNode(_NS + "Mission")
    ModalityScheme: Final = NamedNode(_NS + "ModalityScheme")
    ModeScheme: Final = NamedNode(_NS + "ModeScheme")
    MutualInspection: Final = NamedNode(_NS + "MutualInspection")
    Nation: Final = NamedNode(_NS + "Nation")
    NeedsLicence: Final = NamedNode(_NS + "NeedsLicence")
    NewsSource: Final = NamedNode(_NS + "NewsSource")
    NoExemption: Final = NamedNode(_NS + "NoExemption")
    NonAppropriation: Final = NamedNode(_NS + "NonAppropriation")
    NotInForce: Final = NamedNode(_NS + "NotInForce")
    NuclearWeaponsBan: Final = NamedNode(_NS + "NuclearWeaponsBan")
    ObjectRegistration: Final = NamedNode(_NS + "ObjectRegistration")
    ObligationsAccepted: Final = NamedNode(_NS + "ObligationsAccepted")
    Observer: Final = NamedNode(_NS + "Observer")
    Oceanography: Final = NamedNode(_NS + "Oceanography")
    OfficialSource: Final = NamedNode(_NS + "OfficialSource")
    OpenAccession: Final = NamedNode(_NS + "OpenAccession")
    Organisation: Final = NamedNode(_NS + "Organisation")
    Outdated: Final = NamedNode(_NS + "Outdated")
    Participant: Final = NamedNode(_NS + "Participant")
    Party: Final = NamedNode(_NS + "Party")
    PartyClassScheme: Final = NamedNode(_NS + "PartyClassScheme")
    PeacefulPurposes: Final = NamedNode(_NS + "PeacefulPurposes")
    Person: Final = NamedNode(_NS + "Person")
    Plan: Final = NamedNode(_NS + "Plan")
    Planned: Final = NamedNode(_NS + "Planned")
    Pledged: Final = NamedNode(_NS + "Pledged")
    PoliticalCommitment: Final = NamedNode(_NS + "PoliticalCommitment")
    Possible: Final = NamedNode(_NS + "Possible")
    Precedent: Final = NamedNode(_NS + "Precedent")
    PresumptionOfDenial: Final = NamedNode(_NS + "PresumptionOfDenial")
    Procurement: Final = NamedNode(_NS + "Procurement")
    Programme: Final = NamedNode(_NS + "Programme")
    ProgrammeCharter: Final = NamedNode(_NS + "ProgrammeCharter")
    Prohibition: Final = NamedNode(_NS + "Prohibition")
    Prohibits: Final = NamedNode(_NS + "Prohibits")
    Proposed: Final = NamedNode(_NS + "Proposed")
    ProvisionScheme: Final = NamedNode(_NS + "ProvisionScheme")
    QualifierProperty: Final = NamedNode(_NS + "QualifierProperty")
    Qualifies: Final = NamedNode(_NS + "Qualifies")
    Ratification: Final = NamedNode(_NS + "Ratification")
    Ratified: Final = NamedNode(_NS + "Ratified")
    ReachFunded: Final = NamedNode(_NS + "ReachFunded")
    ReachItems: Final = NamedNode(_NS + "ReachItems")
    ReachItself: Final = NamedNode(_NS + "ReachItself")
    ReachLaunchers: Final = NamedNode(_NS + "ReachLaunchers")
    ReachNationals: Final = NamedNode(_NS + "ReachNationals")
    ReachOwned: Final = NamedNode(_NS + "ReachOwned")
    ReachParts: Final = NamedNode(_NS + "ReachParts")
    ReachScheme: Final = NamedNode(_NS + "ReachScheme")
    Recalled: Final = NamedNode(_NS + "Recalled")
    Recollection: Final = NamedNode(_NS + "Recollection")
    Record: Final = NamedNode(_NS + "Record")
    ReferenceSource: Final = NamedNode(_NS + "ReferenceSource")
    RelationProperty: Final = NamedNode(_NS + "RelationProperty")
    Release: Final = NamedNode(_NS + "Release")
    ReleaseCount: Final = NamedNode(_NS + "ReleaseCount")
    Reported: Final = NamedNode(_NS + "Reported")
    Resolution: Final = NamedNode(_NS + "Resolution")
    ResourceExtraction: Final = NamedNode(_NS + "ResourceExtraction")
    Restriction: Final = NamedNode(_NS + "Restriction")
    ReturnOfObjects: Final = NamedNode(_NS + "ReturnOfObjects")
    RuleAttribution: Final = NamedNode(_NS + "RuleAttribution")
    RuleCompleteList: Final = NamedNode(_NS + "RuleCompleteList")
    RuleCount: Final = NamedNode(_NS + "RuleCount")
    RuleDetail: Final = NamedNode(_NS + "RuleDetail")
    RuleDocumentOnly: Final = NamedNode(_NS + "RuleDocumentOnly")
    RuleEffectScheme: Final = NamedNode(_NS + "RuleEffectScheme")
    RuleEnded: Final = NamedNode(_NS + "RuleEnded")
    RuleEvaluation: Final = NamedNode(_NS + "RuleEvaluation")
    RuleExclusive: Final = NamedNode(_NS + "RuleExclusive")
    RuleForceScheme: Final = NamedNode(_NS + "RuleForceScheme")
    RuleForecast: Final = NamedNode(_NS + "RuleForecast")
    RuleInForce: Final = NamedNode(_NS + "RuleInForce")
    RuleIsAnnounced: Final = NamedNode(_NS + "RuleIsAnnounced")
    RuleIsBill: Final = NamedNode(_NS + "RuleIsBill")
    RuleKind: Final = NamedNode(_NS + "RuleKind")
    RuleModality: Final = NamedNode(_NS + "RuleModality")
    RuleNumber: Final = NamedNode(_NS + "RuleNumber")
    RuleOrder: Final = NamedNode(_NS + "RuleOrder")
    RulePlan: Final = NamedNode(_NS + "RulePlan")
    RuleRecollection: Final = NamedNode(_NS + "RuleRecollection")
    RuleScheme: Final = NamedNode(_NS + "RuleScheme")
    RuleWeighing: Final = NamedNode(_NS + "RuleWeighing")
    SafetyZones: Final = NamedNode(_NS + "SafetyZones")
    Sample: Final = NamedNode(_NS + "Sample")
    SampleExchange: Final = NamedNode(_NS + "SampleExchange")
    SampleRequest: Final = NamedNode(_NS + "SampleRequest")
    SampleSharing: Final = NamedNode(_NS + "SampleSharing")
    Satellite: Final = NamedNode(_NS + "Satellite")
    SatelliteTesting: Final = NamedNode(_NS + "SatelliteTesting")
    ScientificDataRelease: Final = NamedNode(_NS + "ScientificDataRelease")
    SeatChange: Final = NamedNode(_NS + "SeatChange")
    Seen: Final = NamedNode(_NS + "Seen")
    SeismoElectromagnetics: Final = NamedNode(_NS + "SeismoElectromagnetics")
    Separation: Final = NamedNode(_NS + "Separation")
    SettingScheme: Final = NamedNode(_NS + "SettingScheme")
    Signed: Final = NamedNode(_NS + "Signed")
    SignedNotRatified: Final = NamedNode(_NS + "SignedNotRatified")
    Source: Final = NamedNode(_NS + "Source")
    SourceClassScheme: Final = NamedNode(_NS + "SourceClassScheme")
    SpaceObject: Final = NamedNode(_NS + "SpaceObject")
    SpaceResources: Final = NamedNode(_NS + "SpaceResources")
    SpaceScience: Final = NamedNode(_NS + "SpaceScience")
    StanceScheme: Final = NamedNode(_NS + "StanceScheme")
    StateMediumSource: Final = NamedNode(_NS + "StateMediumSource")
    StateResponsibility: Final = NamedNode(_NS + "StateResponsibility")
    StateSuccession: Final = NamedNode(_NS + "StateSuccession")
    Succeeded: Final = NamedNode(_NS + "Succeeded")
    Succession: Final = NamedNode(_NS + "Succession")
    SuccessionScheme: Final = NamedNode(_NS + "SuccessionScheme")
    Supported: Final = NamedNode(_NS + "Supported")
    Suspended: Final = NamedNode(_NS + "Suspended")
    TechnologyExport: Final = NamedNode(_NS + "TechnologyExport")
    TechnologySafeguards: Final = NamedNode(_NS + "TechnologySafeguards")
    TextSource: Final = NamedNode(_NS + "TextSource")
    ThinkTankSource: Final = NamedNode(_NS + "ThinkTankSource")
    ThirdStates: Final = NamedNode(_NS + "ThirdStates")
    Tracking: Final = NamedNode(_NS + "Tracking")
    Treaty: Final = NamedNode(_NS + "Treaty")
    Undertaking: Final = NamedNode(_NS + "Undertaking")
    Unification: Final = NamedNode(_NS + "Unification")
    Unverified: Final = NamedNode(_NS + "Unverified")
    VerdictScheme: Final = NamedNode(_NS + "VerdictScheme")
    VerificationScheme: Final = NamedNode(_NS + "VerificationScheme")
    WayCertified: Final = NamedNode(_NS + "WayCertified")
    WayDataExchange: Final = NamedNode(_NS + "WayDataExchange")
    WayLicensed: Final = NamedNode(_NS + "WayLicensed")
    WayMultilateral: Final = NamedNode(_NS + "WayMultilateral")
    WayNoControlledParts: Final = NamedNode(_NS + "WayNoControlledParts")
    WayNotBound: Final = NamedNode(_NS + "WayNotBound")
    WayOtherFunds: Final = NamedNode(_NS + "WayOtherFunds")
    WayOtherParty: Final = NamedNode(_NS + "WayOtherParty")
    WayPrevented: Final = NamedNode(_NS + "WayPrevented")
    WayScheme: Final = NamedNode(_NS + "WayScheme")
    WayStatutoryWindow: Final = NamedNode(_NS + "WayStatutoryWindow")
    Withdrawal: Final = NamedNode(_NS + "Withdrawal")
    WithdrawalClause: Final = NamedNode(_NS + "WithdrawalClause")
    Withdrawn: Final = NamedNode(_NS + "Withdrawn")
    about: Final = NamedNode(_NS + "about")
    absentFrom: Final = NamedNode(_NS + "absentFrom")
    abstainedOn: Final = NamedNode(_NS + "abstainedOn")
    acceptsObligationsOf: Final = NamedNode(_NS + "acceptsObligationsOf")
    accessed: Final = NamedNode(_NS + "accessed")
    accord: Final = NamedNode(_NS + "accord")
    activity: Final = NamedNode(_NS + "activity")
    adheresTo: Final = NamedNode(_NS + "adheresTo")
    affiliatedWith: Final = NamedNode(_NS + "affiliatedWith")
    ageGyr: Final = NamedNode(_NS + "ageGyr")
    agencyOf: Final = NamedNode(_NS + "agencyOf")
    arrowHead: Final = NamedNode(_NS + "arrowHead")
    arrowTail: Final = NamedNode(_NS + "arrowTail")
    asOf: Final = NamedNode(_NS + "asOf")
    assessedAs: Final = NamedNode(_NS + "assessedAs")
    associateMemberOf: Final = NamedNode(_NS + "associateMemberOf")
    astronaut: Final = NamedNode(_NS + "astronaut")
    attestation: Final = NamedNode(_NS + "attestation")
    attestationCount: Final = NamedNode(_NS + "attestationCount")
    authorisedExceptionTo: Final = NamedNode(_NS + "authorisedExceptionTo")
    batchDone: Final = NamedNode(_NS + "batchDone")
    batchSize: Final = NamedNode(_NS + "batchSize")
    besides: Final = NamedNode(_NS + "besides")
    bindingStrength: Final = NamedNode(_NS + "bindingStrength")
    binds: Final = NamedNode(_NS + "binds")
    blockedBy: Final = NamedNode(_NS + "blockedBy")
    bound: Final = NamedNode(_NS + "bound")
    boundReach: Final = NamedNode(_NS + "boundReach")
    builderName: Final = NamedNode(_NS + "builderName")
    built: Final = NamedNode(_NS + "built")
    builtBy: Final = NamedNode(_NS + "builtBy")
    bus: Final = NamedNode(_NS + "bus")
    cancelled: Final = NamedNode(_NS + "cancelled")
    carriesCrewOf: Final = NamedNode(_NS + "carriesCrewOf")
    carriesPayload: Final = NamedNode(_NS + "carriesPayload")
    caseOf: Final = NamedNode(_NS + "caseOf")
    caseOutcome: Final = NamedNode(_NS + "caseOutcome")
    catalogueNumber: Final = NamedNode(_NS + "catalogueNumber")
    citizenOf: Final = NamedNode(_NS + "citizenOf")
    city: Final = NamedNode(_NS + "city")
    claimCount: Final = NamedNode(_NS + "claimCount")
    claimedBy: Final = NamedNode(_NS + "claimedBy")
    claimedOn: Final = NamedNode(_NS + "claimedOn")
    claimsMembershipOf: Final = NamedNode(_NS + "claimsMembershipOf")
    committedTo: Final = NamedNode(_NS + "committedTo")
    confidence: Final = NamedNode(_NS + "confidence")
    consultedOn: Final = NamedNode(_NS + "consultedOn")
    continuingStateOf: Final = NamedNode(_NS + "continuingStateOf")
    contributesTo: Final = NamedNode(_NS + "contributesTo")
    contribution: Final = NamedNode(_NS + "contribution")
    cooperatesWith: Final = NamedNode(_NS + "cooperatesWith")
    cooperatingStateOf: Final = NamedNode(_NS + "cooperatingStateOf")
    cosmonaut: Final = NamedNode(_NS + "cosmonaut")
    cost: Final = NamedNode(_NS + "cost")
    count: Final = NamedNode(_NS + "count")
    counterpart: Final = NamedNode(_NS + "counterpart")
    countries: Final = NamedNode(_NS + "countries")
    countriesAndOrganisations: Final = NamedNode(_NS + "countriesAndOrganisations")
    counts: Final = NamedNode(_NS + "counts")
    countsKind: Final = NamedNode(_NS + "countsKind")
    cowCode: Final = NamedNode(_NS + "cowCode")
    dateBasis: Final = NamedNode(_NS + "dateBasis")
    deadline: Final = NamedNode(_NS + "deadline")
    declaration: Final = NamedNode(_NS + "declaration")
    declinedToJoin: Final = NamedNode(_NS + "declinedToJoin")
    depositary: Final = NamedNode(_NS + "depositary")
    depositaryName: Final = NamedNode(_NS + "depositaryName")
    derivation: Final = NamedNode(_NS + "derivation")
    derivedBy: Final = NamedNode(_NS + "derivedBy")
    describedAs: Final = NamedNode(_NS + "describedAs")
    earliestEnd: Final = NamedNode(_NS + "earliestEnd")
    earliestStart: Final = NamedNode(_NS + "earliestStart")
    effect: Final = NamedNode(_NS + "effect")
    endDate: Final = NamedNode(_NS + "endDate")
    enteredIntoForce: Final = NamedNode(_NS + "enteredIntoForce")
    entryRule: Final = NamedNode(_NS + "entryRule")
    europeanInstruments: Final = NamedNode(_NS + "europeanInstruments")
    exception: Final = NamedNode(_NS + "exception")
    exceptionFrom: Final = NamedNode(_NS + "exceptionFrom")
    exceptionUntil: Final = NamedNode(_NS + "exceptionUntil")
    exclusive: Final = NamedNode(_NS + "exclusive")
    exemptedBy: Final = NamedNode(_NS + "exemptedBy")
    exemption: Final = NamedNode(_NS + "exemption")
    exemptionDuty: Final = NamedNode(_NS + "exemptionDuty")
    exemptionKind: Final = NamedNode(_NS + "exemptionKind")
    expectedTo: Final = NamedNode(_NS + "expectedTo")
    expressedInterestIn: Final = NamedNode(_NS + "expressedInterestIn")
    field: Final = NamedNode(_NS + "field")
    firstOfNation: Final = NamedNode(_NS + "firstOfNation")
    fiscalYear: Final = NamedNode(_NS + "fiscalYear")
    flewOn: Final = NamedNode(_NS + "flewOn")
    flightPath: Final = NamedNode(_NS + "flightPath")
    forNation: Final = NamedNode(_NS + "forNation")
    foreignPayloadCount: Final = NamedNode(_NS + "foreignPayloadCount")
    form: Final = NamedNode(_NS + "form")
    founding: Final = NamedNode(_NS + "founding")
    giver: Final = NamedNode(_NS + "giver")
    hasAgency: Final = NamedNode(_NS + "hasAgency")
    hasCitizen: Final = NamedNode(_NS + "hasCitizen")
    hasContributor: Final = NamedNode(_NS + "hasContributor")
    hasCount: Final = NamedNode(_NS + "hasCount")
    hasCrewMember: Final = NamedNode(_NS + "hasCrewMember")
    hasCrewOn: Final = NamedNode(_NS + "hasCrewOn")
    hasInstitutionIn: Final = NamedNode(_NS + "hasInstitutionIn")
    hasMember: Final = NamedNode(_NS + "hasMember")
    hasObserver: Final = NamedNode(_NS + "hasObserver")
    hasPart: Final = NamedNode(_NS + "hasPart")
    hasParticipant: Final = NamedNode(_NS + "hasParticipant")
    hasParticipatingActor: Final = NamedNode(_NS + "hasParticipatingActor")
    hasParty: Final = NamedNode(_NS + "hasParty")
    hasSignatory: Final = NamedNode(_NS + "hasSignatory")
    holdsOffice: Final = NamedNode(_NS + "holdsOffice")
    host: Final = NamedNode(_NS + "host")
    hosts: Final = NamedNode(_NS + "hosts")
    hoursOfWork: Final = NamedNode(_NS + "hoursOfWork")
    impliesLegalStatus: Final = NamedNode(_NS + "impliesLegalStatus")
    inActivity: Final = NamedNode(_NS + "inActivity")
    inForce: Final = NamedNode(_NS + "inForce")
    inForceFrom: Final = NamedNode(_NS + "inForceFrom")
    inForceUntil: Final = NamedNode(_NS + "inForceUntil")
    inputsHash: Final = NamedNode(_NS + "inputsHash")
    institution: Final = NamedNode(_NS + "institution")
    institutionCount: Final = NamedNode(_NS + "institutionCount")
    institutions: Final = NamedNode(_NS + "institutions")
    internationalDesignator: Final = NamedNode(_NS + "internationalDesignator")
    isSilentOn: Final = NamedNode(_NS + "isSilentOn")
    issued: Final = NamedNode(_NS + "issued")
    kind: Final = NamedNode(_NS + "kind")
    knownFrom: Final = NamedNode(_NS + "knownFrom")
    latestEnd: Final = NamedNode(_NS + "latestEnd")
    latestStart: Final = NamedNode(_NS + "latestStart")
    launchSite: Final = NamedNode(_NS + "launchSite")
    launched: Final = NamedNode(_NS + "launched")
    launchedBy: Final = NamedNode(_NS + "launchedBy")
    leadDays: Final = NamedNode(_NS + "leadDays")
    leads: Final = NamedNode(_NS + "leads")
    leg: Final = NamedNode(_NS + "leg")
    legalBasis: Final = NamedNode(_NS + "legalBasis")
    legalStatus: Final = NamedNode(_NS + "legalStatus")
    level: Final = NamedNode(_NS + "level")
    loan: Final = NamedNode(_NS + "loan")
    locator: Final = NamedNode(_NS + "locator")
    massG: Final = NamedNode(_NS + "massG")
    massKg: Final = NamedNode(_NS + "massKg")
    memberCount: Final = NamedNode(_NS + "memberCount")
    memberOf: Final = NamedNode(_NS + "memberOf")
    mission: Final = NamedNode(_NS + "mission")
    modality: Final = NamedNode(_NS + "modality")
    mode: Final = NamedNode(_NS + "mode")
    multiValued: Final = NamedNode(_NS + "multiValued")
    named: Final = NamedNode(_NS + "named")
    nation: Final = NamedNode(_NS + "nation")
    nature: Final = NamedNode(_NS + "nature")
    negotiated: Final = NamedNode(_NS + "negotiated")
    notified: Final = NamedNode(_NS + "notified")
    observerOf: Final = NamedNode(_NS + "observerOf")
    occasion: Final = NamedNode(_NS + "occasion")
    olderThan: Final = NamedNode(_NS + "olderThan")
    oneSide: Final = NamedNode(_NS + "oneSide")
    openedForSignature: Final = NamedNode(_NS + "openedForSignature")
    operatedBy: Final = NamedNode(_NS + "operatedBy")
    operates: Final = NamedNode(_NS + "operates")
    operatorName: Final = NamedNode(_NS + "operatorName")
    opposed: Final = NamedNode(_NS + "opposed")
    order: Final = NamedNode(_NS + "order")
    otherSide: Final = NamedNode(_NS + "otherSide")
    ownedBy: Final = NamedNode(_NS + "ownedBy")
    ownerRank: Final = NamedNode(_NS + "ownerRank")
    owns: Final = NamedNode(_NS + "owns")
    partOf: Final = NamedNode(_NS + "partOf")
    participatesIn: Final = NamedNode(_NS + "participatesIn")
    partnerCount: Final = NamedNode(_NS + "partnerCount")
    partyTo: Final = NamedNode(_NS + "partyTo")
    payloadCapacityKg: Final = NamedNode(_NS + "payloadCapacityKg")
    payloadOf: Final = NamedNode(_NS + "payloadOf")
    pi: Final = NamedNode(_NS + "pi")
    place: Final = NamedNode(_NS + "place")
    placeInText: Final = NamedNode(_NS + "placeInText")
    plannedCompletion: Final = NamedNode(_NS + "plannedCompletion")
    plannedLanding: Final = NamedNode(_NS + "plannedLanding")
    plannedLaunch: Final = NamedNode(_NS + "plannedLaunch")
    plannedSelection: Final = NamedNode(_NS + "plannedSelection")
    position: Final = NamedNode(_NS + "position")
    precedentTo: Final = NamedNode(_NS + "precedentTo")
    precedentToRule: Final = NamedNode(_NS + "precedentToRule")
    precedes: Final = NamedNode(_NS + "precedes")
    programme: Final = NamedNode(_NS + "programme")
    prohibitedToward: Final = NamedNode(_NS + "prohibitedToward")
    projects: Final = NamedNode(_NS + "projects")
    providedBy: Final = NamedNode(_NS + "providedBy")
    provides: Final = NamedNode(_NS + "provides")
    providesFor: Final = NamedNode(_NS + "providesFor")
    publicAct: Final = NamedNode(_NS + "publicAct")
    publicLaw: Final = NamedNode(_NS + "publicLaw")
    purpose: Final = NamedNode(_NS + "purpose")
    ratified: Final = NamedNode(_NS + "ratified")
    reachedOrbit: Final = NamedNode(_NS + "reachedOrbit")
    reason: Final = NamedNode(_NS + "reason")
    receivedSamples: Final = NamedNode(_NS + "receivedSamples")
    recipientCount: Final = NamedNode(_NS + "recipientCount")
    recipientNationCount: Final = NamedNode(_NS + "recipientNationCount")
    registration: Final = NamedNode(_NS + "registration")
    reprintOf: Final = NamedNode(_NS + "reprintOf")
    restrictedBy: Final = NamedNode(_NS + "restrictedBy")
    restricts: Final = NamedNode(_NS + "restricts")
    restrictsDealingsWith: Final = NamedNode(_NS + "restrictsDealingsWith")
    restsOn: Final = NamedNode(_NS + "restsOn")
    returned: Final = NamedNode(_NS + "returned")
    returnedSample: Final = NamedNode(_NS + "returnedSample")
    role: Final = NamedNode(_NS + "role")
    roleBasis: Final = NamedNode(_NS + "roleBasis")
    rollCall: Final = NamedNode(_NS + "rollCall")
    rorId: Final = NamedNode(_NS + "rorId")
    ruleEffect: Final = NamedNode(_NS + "ruleEffect")
    ruleForce: Final = NamedNode(_NS + "ruleForce")
    sampleMassG: Final = NamedNode(_NS + "sampleMassG")
    scope: Final = NamedNode(_NS + "scope")
    seatAfter: Final = NamedNode(_NS + "seatAfter")
    seatFrom: Final = NamedNode(_NS + "seatFrom")
    seatPassedTo: Final = NamedNode(_NS + "seatPassedTo")
    seatUntil: Final = NamedNode(_NS + "seatUntil")
    section: Final = NamedNode(_NS + "section")
    sent: Final = NamedNode(_NS + "sent")
    sentBy: Final = NamedNode(_NS + "sentBy")
    session: Final = NamedNode(_NS + "session")
    setting: Final = NamedNode(_NS + "setting")
    sharePercent: Final = NamedNode(_NS + "sharePercent")
    signatoryCount: Final = NamedNode(_NS + "signatoryCount")
    signatoryOf: Final = NamedNode(_NS + "signatoryOf")
    signedBy: Final = NamedNode(_NS + "signedBy")
    snapshotForm: Final = NamedNode(_NS + "snapshotForm")
    snapshotHash: Final = NamedNode(_NS + "snapshotHash")
    sourceClass: Final = NamedNode(_NS + "sourceClass")
    sourceCount: Final = NamedNode(_NS + "sourceCount")
    spacecraft: Final = NamedNode(_NS + "spacecraft")
    sponsored: Final = NamedNode(_NS + "sponsored")
    sponsors: Final = NamedNode(_NS + "sponsors")
    stage: Final = NamedNode(_NS + "stage")
    stance: Final = NamedNode(_NS + "stance")
    startDate: Final = NamedNode(_NS + "startDate")
    statedFrom: Final = NamedNode(_NS + "statedFrom")
    statedUntil: Final = NamedNode(_NS + "statedUntil")
    status: Final = NamedNode(_NS + "status")
    succeededBy: Final = NamedNode(_NS + "succeededBy")
    succession: Final = NamedNode(_NS + "succession")
    successorOf: Final = NamedNode(_NS + "successorOf")
    suspended: Final = NamedNode(_NS + "suspended")
    symbol: Final = NamedNode(_NS + "symbol")
    takesPartIn: Final = NamedNode(_NS + "takesPartIn")
    tiedTo: Final = NamedNode(_NS + "tiedTo")
    tookSeatOf: Final = NamedNode(_NS + "tookSeatOf")
    topic: Final = NamedNode(_NS + "topic")
    totalInstruments: Final = NamedNode(_NS + "totalInstruments")
    toward: Final = NamedNode(_NS + "toward")
    towardReach: Final = NamedNode(_NS + "towardReach")
    undlRecord: Final = NamedNode(_NS + "undlRecord")
    units: Final = NamedNode(_NS + "units")
    untsNumber: Final = NamedNode(_NS + "untsNumber")
    users: Final = NamedNode(_NS + "users")
    validFrom: Final = NamedNode(_NS + "validFrom")
    validUntil: Final = NamedNode(_NS + "validUntil")
    valueScheme: Final = NamedNode(_NS + "valueScheme")
    vehicle: Final = NamedNode(_NS + "vehicle")
    verbPhrase: Final = NamedNode(_NS + "verbPhrase")
    verdict: Final = NamedNode(_NS + "verdict")
    verdictBasis: Final = NamedNode(_NS + "verdictBasis")
    verdictReason: Final = NamedNode(_NS + "verdictReason")
    verdictReasonWhenPublished: Final = NamedNode(_NS + "verdictReasonWhenPublished")
    verdictRule: Final = NamedNode(_NS + "verdictRule")
    verdictWhenPublished: Final = NamedNode(_NS + "verdictWhenPublished")
    verification: Final = NamedNode(_NS + "verification")
    verifiedAt: Final = NamedNode(_NS + "verifiedAt")
    vetoed: Final = NamedNode(_NS + "vetoed")
    via: Final = NamedNode(_NS + "via")
    visited: Final = NamedNode(_NS + "visited")
    visitedBy: Final = NamedNode(_NS + "visitedBy")
    voice: Final = NamedNode(_NS + "voice")
    voteCount: Final = NamedNode(_NS + "voteCount")
    voteType: Final = NamedNode(_NS + "voteType")
    votedAgainst: Final = NamedNode(_NS + "votedAgainst")
    votedFor: Final = NamedNode(_NS + "votedFor")
    votedOn: Final = NamedNode(_NS + "votedOn")
    votesAbsent: Final = NamedNode(_NS + "votesAbsent")
    votesAbstaining: Final = NamedNode(_NS + "votesAbstaining")
    votesAgainst: Final = NamedNode(_NS + "votesAgainst")
    votesFor: Final = NamedNode(_NS + "votesFor")
    way: Final = NamedNode(_NS + "way")
    withdrawalRule: Final = NamedNode(_NS + "withdrawalRule")
    withdrewFrom: Final = NamedNode(_NS + "withdrewFrom")


CLASS_OF_KIND: Final[Mapping[str, NamedNode]] = MappingProxyType(
    {
        "accord": Comity.Accord,
        "agency": Comity.Agency,
        "event": Comity.Event,
        "institution": Comity.Institution,
        "instrument": Comity.Instrument,
        "mission": Comity.Mission,
        "nation": Comity.Nation,
        "organisation": Comity.Organisation,
        "person": Comity.Person,
        "programme": Comity.Programme,
        "restriction": Comity.Restriction,
        "sample": Comity.Sample,
        "satellite": Comity.Satellite,
        "prohibition": Comity.Prohibition,
        "precedent": Comity.Precedent,
        "claim": Comity.Claim,
        "attestation": Comity.Attestation,
        "source": Comity.Source,
    }
)

CONCEPTS: Final[Mapping[str, Mapping[str, NamedNode]]] = MappingProxyType(
    {
        "ActivityScheme": MappingProxyType(
            {
                "bilateral_cooperation": Comity.BilateralCooperation,
                "data_exchange": Comity.DataExchange,
                "facility_visit": Comity.FacilityVisit,
                "funding": Comity.Funding,
                "hosted_payload": Comity.HostedPayload,
                "launch": Comity.LaunchActivity,
                "launcher_technology": Comity.LauncherTechnology,
                "military_items": Comity.MilitaryItems,
                "procurement": Comity.Procurement,
                "sample_request": Comity.SampleRequest,
                "technology_export": Comity.TechnologyExport,
            }
        ),
        "AttributeNatureScheme": MappingProxyType(
            {
                "count": Comity.Count,
                "description": Comity.Description,
                "evaluation": Comity.Evaluation,
                "forecast": Comity.Forecast,
                "measure": Comity.Measure,
                "plan": Comity.Plan,
            }
        ),
        "BindingStrengthScheme": MappingProxyType(
            {
                "agreement": Comity.Agreement,
                "arrangement": Comity.Arrangement,
                "contract": Comity.Contract,
                "dialogue": Comity.Dialogue,
                "draft_resolution": Comity.DraftResolution,
                "joint_statement": Comity.JointStatement,
                "letter_of_intent": Comity.LetterOfIntent,
                "memorandum": Comity.Memorandum,
                "political_commitment": Comity.PoliticalCommitment,
                "programme_charter": Comity.ProgrammeCharter,
                "resolution": Comity.Resolution,
                "treaty": Comity.Treaty,
            }
        ),
        "BoundScheme": MappingProxyType(
            {
                "about": Comity.About,
                "at_least": Comity.AtLeast,
                "at_most": Comity.AtMost,
            }
        ),
        "CaseOutcomeScheme": MappingProxyType(
            {
                "prevented": Comity.CasePrevented,
                "worked": Comity.CaseWorked,
            }
        ),
        "ConfidenceScheme": MappingProxyType(
            {
                "high": Comity.High,
                "low": Comity.Low,
                "medium": Comity.Medium,
            }
        ),
        "ExemptionScheme": MappingProxyType(
            {
                "agreement": Comity.ByAgreement,
                "certification": Comity.ByCertification,
                "later-law": Comity.ByLaterLaw,
                "licence": Comity.ByLicence,
                "none": Comity.NoExemption,
                "sanctions-committee": Comity.BySanctionsCommittee,
                "statutory-window": Comity.ByStatutoryWindow,
                "unknown": Comity.ExemptionUnknown,
                "waiver": Comity.ByWaiver,
            }
        ),
        "FieldScheme": MappingProxyType(
            {
                "asteroids": Comity.AsteroidExploration,
                "astronomy": Comity.Astronomy,
                "astrophysics": Comity.Astrophysics,
                "civil_space": Comity.CivilSpace,
                "commercial_space": Comity.CommercialSpace,
                "communications": Comity.Communications,
                "earth_observation": Comity.EarthObservation,
                "ground_stations": Comity.GroundStations,
                "human_spaceflight": Comity.HumanSpaceflight,
                "launch": Comity.LaunchServices,
                "lunar": Comity.LunarExploration,
                "mars": Comity.MarsExploration,
                "oceanography": Comity.Oceanography,
                "samples": Comity.SampleExchange,
                "satellite_testing": Comity.SatelliteTesting,
                "science": Comity.GeneralScience,
                "seismo_electromagnetics": Comity.SeismoElectromagnetics,
                "space_resources": Comity.SpaceResources,
                "space_science": Comity.SpaceScience,
                "tracking": Comity.Tracking,
            }
        ),
        "LegalRuleScheme": MappingProxyType(
            {
                "end_after_notice": Comity.EndAfterNotice,
                "end_by_succession": Comity.EndBySuccession,
                "entry_after_deposit": Comity.EntryAfterDeposit,
                "entry_as_stated": Comity.EntryAsStated,
                "entry_by_succession": Comity.EntryBySuccession,
                "entry_with_treaty": Comity.EntryWithTreaty,
            }
        ),
        "LegalStatusScheme": MappingProxyType(
            {
                "acceded": Comity.Acceded,
                "accepted": Comity.Accepted,
                "adherent": Comity.Adherent,
                "associate_member": Comity.AssociateMember,
                "continued": Comity.Continued,
                "cooperating_state": Comity.CooperatingState,
                "declined": Comity.Declined,
                "denounced": Comity.Denounced,
                "in_force": Comity.InForce,
                "member": Comity.Member,
                "not_in_force": Comity.NotInForce,
                "obligations_accepted": Comity.ObligationsAccepted,
                "observer": Comity.Observer,
                "participant": Comity.Participant,
                "party": Comity.Party,
                "pledged": Comity.Pledged,
                "ratified": Comity.Ratified,
                "signed": Comity.Signed,
                "signed_not_ratified": Comity.SignedNotRatified,
                "succeeded": Comity.Succeeded,
                "suspended": Comity.Suspended,
                "withdrawn": Comity.Withdrawn,
            }
        ),
        "ModalityScheme": MappingProxyType(
            {
                "asserted": Comity.Asserted,
                "conditional": Comity.Conditional,
                "planned": Comity.Planned,
                "possible": Comity.Possible,
                "proposed": Comity.Proposed,
                "reported": Comity.Reported,
            }
        ),
        "ModeScheme": MappingProxyType(
            {
                "acceptance": Comity.Acceptance,
                "accession": Comity.Accession,
                "approval": Comity.Approval,
                "definitive_signature": Comity.DefinitiveSignature,
                "denunciation": Comity.Denunciation,
                "ratification": Comity.Ratification,
                "succession": Comity.Succession,
                "withdrawal": Comity.Withdrawal,
            }
        ),
        "PartyClassScheme": MappingProxyType(
            {
                "all_applicants": Comity.AllApplicants,
                "all_states": Comity.AllStates,
                "all_un_members": Comity.AllUnMembers,
                "foreign_applicants": Comity.ForeignApplicants,
                "third_states": Comity.ThirdStates,
            }
        ),
        "ProvisionScheme": MappingProxyType(
            {
                "anti-satellite-test-ban": Comity.AntiSatelliteTestBan,
                "benefit-of-all": Comity.BenefitOfAll,
                "common-heritage": Comity.CommonHeritage,
                "consultation": Comity.ConsultationDuty,
                "criminal-jurisdiction": Comity.CriminalJurisdiction,
                "cross-waiver": Comity.CrossWaiver,
                "debris-mitigation": Comity.DebrisMitigation,
                "deconfliction": Comity.Deconfliction,
                "dispute-settlement": Comity.DisputeSettlement,
                "emergency-assistance": Comity.EmergencyAssistance,
                "entry-by-invitation": Comity.EntryByInvitation,
                "environmental-protection": Comity.EnvironmentalProtection,
                "freedom-of-exploration": Comity.FreedomOfExploration,
                "heritage-protection": Comity.HeritageProtection,
                "industrial-return": Comity.IndustrialReturn,
                "information-sharing": Comity.InformationSharing,
                "inspection": Comity.MutualInspection,
                "intellectual-property": Comity.IntellectualPropertyRights,
                "interoperability": Comity.Interoperability,
                "jurisdiction-and-control": Comity.JurisdictionAndControl,
                "launch-notification": Comity.LaunchNotification,
                "liability": Comity.LiabilityForDamage,
                "military-bases-ban": Comity.MilitaryBasesBan,
                "non-appropriation": Comity.NonAppropriation,
                "nuclear-weapons-ban": Comity.NuclearWeaponsBan,
                "open-accession": Comity.OpenAccession,
                "peaceful-purposes": Comity.PeacefulPurposes,
                "registration": Comity.ObjectRegistration,
                "resource-extraction": Comity.ResourceExtraction,
                "return-of-objects": Comity.ReturnOfObjects,
                "safety-zones": Comity.SafetyZones,
                "sample-sharing": Comity.SampleSharing,
                "scientific-data-release": Comity.ScientificDataRelease,
                "state-responsibility": Comity.StateResponsibility,
                "technology-safeguards": Comity.TechnologySafeguards,
                "withdrawal-clause": Comity.WithdrawalClause,
            }
        ),
        "ReachScheme": MappingProxyType(
            {
                "funded": Comity.ReachFunded,
                "items": Comity.ReachItems,
                "itself": Comity.ReachItself,
                "launchers": Comity.ReachLaunchers,
                "nationals": Comity.ReachNationals,
                "owned": Comity.ReachOwned,
                "parts": Comity.ReachParts,
            }
        ),
        "RuleEffectScheme": MappingProxyType(
            {
                "needs-licence": Comity.NeedsLicence,
                "presumption-of-denial": Comity.PresumptionOfDenial,
                "prohibits": Comity.Prohibits,
            }
        ),
        "RuleForceScheme": MappingProxyType(
            {
                "announced": Comity.RuleIsAnnounced,
                "bill": Comity.RuleIsBill,
                "in-force": Comity.RuleInForce,
            }
        ),
        "RuleScheme": MappingProxyType(
            {
                "attribution": Comity.RuleAttribution,
                "complete_list": Comity.RuleCompleteList,
                "count": Comity.RuleCount,
                "detail": Comity.RuleDetail,
                "document_only": Comity.RuleDocumentOnly,
                "ended": Comity.RuleEnded,
                "evaluation": Comity.RuleEvaluation,
                "exclusive": Comity.RuleExclusive,
                "forecast": Comity.RuleForecast,
                "kind": Comity.RuleKind,
                "modality": Comity.RuleModality,
                "number": Comity.RuleNumber,
                "order": Comity.RuleOrder,
                "plan": Comity.RulePlan,
                "recollection": Comity.RuleRecollection,
                "weighing": Comity.RuleWeighing,
            }
        ),
        "SettingScheme": MappingProxyType(
            {
                "any": Comity.AnySetting,
                "bilateral": Comity.BilateralSetting,
            }
        ),
        "SourceClassScheme": MappingProxyType(
            {
                "academic": Comity.AcademicSource,
                "dataset": Comity.DatasetSource,
                "depositary": Comity.DepositarySource,
                "news": Comity.NewsSource,
                "official": Comity.OfficialSource,
                "recollection": Comity.Recollection,
                "reference": Comity.ReferenceSource,
                "state_medium": Comity.StateMediumSource,
                "text": Comity.TextSource,
                "think_tank": Comity.ThinkTankSource,
            }
        ),
        "StanceScheme": MappingProxyType(
            {
                "affirms": Comity.Affirms,
                "denies": Comity.Denies,
                "qualifies": Comity.Qualifies,
            }
        ),
        "SuccessionScheme": MappingProxyType(
            {
                "continuation": Comity.Continuation,
                "seat": Comity.SeatChange,
                "separation": Comity.Separation,
                "succession": Comity.StateSuccession,
                "unification": Comity.Unification,
            }
        ),
        "VerdictScheme": MappingProxyType(
            {
                "contradicted": Comity.Contradicted,
                "disputed": Comity.Disputed,
                "outdated": Comity.Outdated,
                "supported": Comity.Supported,
                "unverified": Comity.Unverified,
            }
        ),
        "VerificationScheme": MappingProxyType(
            {
                "recalled": Comity.Recalled,
                "seen": Comity.Seen,
            }
        ),
        "WayScheme": MappingProxyType(
            {
                "certified": Comity.WayCertified,
                "exchange-of-data": Comity.WayDataExchange,
                "licensed": Comity.WayLicensed,
                "multilateral-setting": Comity.WayMultilateral,
                "no-controlled-parts": Comity.WayNoControlledParts,
                "not-bound": Comity.WayNotBound,
                "other-funds": Comity.WayOtherFunds,
                "other-party": Comity.WayOtherParty,
                "prevented": Comity.WayPrevented,
                "statutory-window": Comity.WayStatutoryWindow,
            }
        ),
    }
)

RELATIONS: Final[Mapping[str, Relation]] = MappingProxyType(
    {
        "absent_from": Relation(
            name="absent_from",
            iri=Comity.absentFrom,
            label="absent from",
            phrase="cast no vote on",
            along="cast no vote on",
            domain=("nation",),
            range=("accord",),
            supers=("voted_on", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "abstained_on": Relation(
            name="abstained_on",
            iri=Comity.abstainedOn,
            label="abstained on",
            phrase="abstained in the vote on",
            along="abstained in the vote on",
            domain=("nation",),
            range=("accord",),
            supers=("voted_on", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "accepts_obligations_of": Relation(
            name="accepts_obligations_of",
            iri=Comity.acceptsObligationsOf,
            label="accepts obligations of",
            phrase="has accepted the obligations of",
            along="has accepted the obligations of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord",),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.ObligationsAccepted,
            public_act=False,
        ),
        "adheres_to": Relation(
            name="adheres_to",
            iri=Comity.adheresTo,
            label="adheres to",
            phrase="adheres to",
            along="adheres to",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Adherent,
            public_act=False,
        ),
        "affiliated_with": Relation(
            name="affiliated_with",
            iri=Comity.affiliatedWith,
            label="affiliated with",
            phrase="is affiliated with",
            along="is affiliated with",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "agency_of": Relation(
            name="agency_of",
            iri=Comity.agencyOf,
            label="agency of",
            phrase="is an agency of",
            along="is an agency of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "associate_member_of": Relation(
            name="associate_member_of",
            iri=Comity.associateMemberOf,
            label="associate member of",
            phrase="is an associate member of",
            along="is an associate member of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.AssociateMember,
            public_act=False,
        ),
        "authorised_exception_to": Relation(
            name="authorised_exception_to",
            iri=Comity.authorisedExceptionTo,
            label="authorised exception to",
            phrase="has an authorised exception to",
            along="has an authorised exception to",
            domain=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            range=("restriction",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "built_by": Relation(
            name="built_by",
            iri=Comity.builtBy,
            label="built by",
            phrase="was built by",
            along="was built by",
            domain=("instrument", "mission", "satellite"),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "cancelled": Relation(
            name="cancelled",
            iri=Comity.cancelled,
            label="cancelled",
            phrase="cancelled",
            along="cancelled",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "carries_payload": Relation(
            name="carries_payload",
            iri=Comity.carriesPayload,
            label="carries payload",
            phrase="carries",
            along="payload of",
            domain=("mission", "programme"),
            range=("instrument",),
            supers=("tied_to",),
            symmetric=False,
            tail="object",
            head="subject",
            legal_status=None,
            public_act=False,
        ),
        "citizen_of": Relation(
            name="citizen_of",
            iri=Comity.citizenOf,
            label="citizen of",
            phrase="is a citizen of",
            along="is a citizen of",
            domain=("person",),
            range=("nation",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "claims_membership_of": Relation(
            name="claims_membership_of",
            iri=Comity.claimsMembershipOf,
            label="claims membership of",
            phrase="states a membership of",
            along="states a membership of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "committed_to": Relation(
            name="committed_to",
            iri=Comity.committedTo,
            label="committed to",
            phrase="has committed itself to",
            along="has committed itself to",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord",),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Pledged,
            public_act=False,
        ),
        "consulted_on": Relation(
            name="consulted_on",
            iri=Comity.consultedOn,
            label="consulted on",
            phrase="was consulted on",
            along="was consulted on",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "contributes_to": Relation(
            name="contributes_to",
            iri=Comity.contributesTo,
            label="contributes to",
            phrase="contributes to",
            along="contributes to",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "cooperates_with": Relation(
            name="cooperates_with",
            iri=Comity.cooperatesWith,
            label="cooperates with",
            phrase="cooperates with",
            along="cooperates with",
            domain=("agency", "institution", "nation", "organisation"),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=True,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "cooperating_state_of": Relation(
            name="cooperating_state_of",
            iri=Comity.cooperatingStateOf,
            label="cooperating state of",
            phrase="is a cooperating state of",
            along="is a cooperating state of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.CooperatingState,
            public_act=False,
        ),
        "declined_to_join": Relation(
            name="declined_to_join",
            iri=Comity.declinedToJoin,
            label="declined to join",
            phrase="declined to join",
            along="declined to join",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Declined,
            public_act=False,
        ),
        "expressed_interest_in": Relation(
            name="expressed_interest_in",
            iri=Comity.expressedInterestIn,
            label="expressed interest in",
            phrase="has expressed interest in",
            along="has expressed interest in",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "flew_on": Relation(
            name="flew_on",
            iri=Comity.flewOn,
            label="flew on",
            phrase="flew on",
            along="flew on",
            domain=("person",),
            range=("mission",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "has_crew_on": Relation(
            name="has_crew_on",
            iri=Comity.hasCrewOn,
            label="has crew on",
            phrase="has crew on",
            along="has crew on",
            domain=("nation",),
            range=("mission",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "has_institution_in": Relation(
            name="has_institution_in",
            iri=Comity.hasInstitutionIn,
            label="has an institution in",
            phrase="has an institution in",
            along="has an institution in",
            domain=("nation",),
            range=("accord", "agency", "organisation", "programme"),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "holds_office": Relation(
            name="holds_office",
            iri=Comity.holdsOffice,
            label="holds office",
            phrase="holds an office of",
            along="holds an office of",
            domain=("person",),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "hosts": Relation(
            name="hosts",
            iri=Comity.hosts,
            label="hosts",
            phrase="hosts",
            along="hosts",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "issued": Relation(
            name="issued",
            iri=Comity.issued,
            label="issued",
            phrase="issued",
            along="issued",
            domain=("agency", "institution", "nation", "organisation"),
            range=("restriction",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "launched_by": Relation(
            name="launched_by",
            iri=Comity.launchedBy,
            label="launched by",
            phrase="was launched by",
            along="was launched by",
            domain=("instrument", "mission", "satellite"),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "leads": Relation(
            name="leads",
            iri=Comity.leads,
            label="leads",
            phrase="leads",
            along="leads",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "member_of": Relation(
            name="member_of",
            iri=Comity.memberOf,
            label="member of",
            phrase="is a member of",
            along="is a member of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Member,
            public_act=False,
        ),
        "negotiated": Relation(
            name="negotiated",
            iri=Comity.negotiated,
            label="negotiated",
            phrase="negotiated",
            along="negotiated",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "observer_of": Relation(
            name="observer_of",
            iri=Comity.observerOf,
            label="observer of",
            phrase="is an observer of",
            along="is an observer of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Observer,
            public_act=False,
        ),
        "older_than": Relation(
            name="older_than",
            iri=Comity.olderThan,
            label="older than",
            phrase="is older than",
            along="is older than",
            domain=("sample",),
            range=("sample",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "operates": Relation(
            name="operates",
            iri=Comity.operates,
            label="operates",
            phrase="operates",
            along="operates",
            domain=("agency", "institution", "nation", "organisation"),
            range=("mission", "programme"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "opposed": Relation(
            name="opposed",
            iri=Comity.opposed,
            label="opposed",
            phrase="opposed",
            along="opposed",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "owned_by": Relation(
            name="owned_by",
            iri=Comity.ownedBy,
            label="owned by",
            phrase="is owned by",
            along="is owned by",
            domain=("instrument", "mission", "satellite"),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "part_of": Relation(
            name="part_of",
            iri=Comity.partOf,
            label="part of",
            phrase="is part of",
            along="is part of",
            domain=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "participates_in": Relation(
            name="participates_in",
            iri=Comity.participatesIn,
            label="participates in",
            phrase="participates in",
            along="participates in",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord", "agency", "organisation", "programme"),
            supers=("member_of", "affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Participant,
            public_act=False,
        ),
        "party_to": Relation(
            name="party_to",
            iri=Comity.partyTo,
            label="party to",
            phrase="is party to",
            along="is party to",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord",),
            supers=("member_of", "affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Party,
            public_act=True,
        ),
        "precedes": Relation(
            name="precedes",
            iri=Comity.precedes,
            label="precedes",
            phrase="comes before",
            along="comes before",
            domain=("mission",),
            range=("mission",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "provided_by": Relation(
            name="provided_by",
            iri=Comity.providedBy,
            label="provided by",
            phrase="is provided by",
            along="provides",
            domain=("instrument",),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=False,
            tail="object",
            head="subject",
            legal_status=None,
            public_act=False,
        ),
        "received_samples": Relation(
            name="received_samples",
            iri=Comity.receivedSamples,
            label="received samples",
            phrase="received a share of",
            along="received a share of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("sample",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "restricted_by": Relation(
            name="restricted_by",
            iri=Comity.restrictedBy,
            label="restricted by",
            phrase="is restricted by",
            along="restricts",
            domain=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            range=("restriction",),
            supers=("tied_to",),
            symmetric=False,
            tail="object",
            head="subject",
            legal_status=None,
            public_act=False,
        ),
        "restricts_dealings_with": Relation(
            name="restricts_dealings_with",
            iri=Comity.restrictsDealingsWith,
            label="restricts dealings with",
            phrase="restricts dealings with",
            along="restricts dealings with",
            domain=("restriction",),
            range=("agency", "institution", "nation", "organisation"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "returned_sample": Relation(
            name="returned_sample",
            iri=Comity.returnedSample,
            label="returned sample",
            phrase="returned",
            along="returned",
            domain=("mission",),
            range=("sample",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "sent_by": Relation(
            name="sent_by",
            iri=Comity.sentBy,
            label="sent by",
            phrase="was sent by",
            along="was sent by",
            domain=("person",),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "signatory_of": Relation(
            name="signatory_of",
            iri=Comity.signatoryOf,
            label="signatory of",
            phrase="is a signatory of",
            along="is a signatory of",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord",),
            supers=("member_of", "affiliated_with", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Signed,
            public_act=True,
        ),
        "sponsored": Relation(
            name="sponsored",
            iri=Comity.sponsored,
            label="sponsored",
            phrase="sponsored",
            along="sponsored",
            domain=("nation",),
            range=("accord",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "successor_of": Relation(
            name="successor_of",
            iri=Comity.successorOf,
            label="successor of",
            phrase="is the successor of",
            along="is the successor of",
            domain=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "suspended": Relation(
            name="suspended",
            iri=Comity.suspended,
            label="suspended",
            phrase="suspended its part in",
            along="suspended its part in",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Suspended,
            public_act=True,
        ),
        "takes_part_in": Relation(
            name="takes_part_in",
            iri=Comity.takesPartIn,
            label="takes part in",
            phrase="takes part in",
            along="takes part in",
            domain=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            range=("event",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "tied_to": Relation(
            name="tied_to",
            iri=Comity.tiedTo,
            label="tied to",
            phrase="is tied to",
            along="is tied to",
            domain=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=(),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=False,
        ),
        "took_seat_of": Relation(
            name="took_seat_of",
            iri=Comity.tookSeatOf,
            label="took seat of",
            phrase="took the seat of",
            along="took the seat of",
            domain=("nation",),
            range=("nation",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "vetoed": Relation(
            name="vetoed",
            iri=Comity.vetoed,
            label="vetoed",
            phrase="vetoed",
            along="vetoed",
            domain=("agency", "institution", "nation", "organisation"),
            range=("accord",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "visited": Relation(
            name="visited",
            iri=Comity.visited,
            label="visited",
            phrase="visited",
            along="visited",
            domain=("mission",),
            range=("mission", "programme"),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "voted_against": Relation(
            name="voted_against",
            iri=Comity.votedAgainst,
            label="voted against",
            phrase="voted against",
            along="voted against",
            domain=("nation",),
            range=("accord",),
            supers=("voted_on", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "voted_for": Relation(
            name="voted_for",
            iri=Comity.votedFor,
            label="voted for",
            phrase="voted for",
            along="voted for",
            domain=("nation",),
            range=("accord",),
            supers=("voted_on", "tied_to"),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "voted_on": Relation(
            name="voted_on",
            iri=Comity.votedOn,
            label="voted on",
            phrase="had a recorded position in the vote on",
            along="had a recorded position in the vote on",
            domain=("nation",),
            range=("accord",),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=None,
            public_act=True,
        ),
        "withdrew_from": Relation(
            name="withdrew_from",
            iri=Comity.withdrewFrom,
            label="withdrew from",
            phrase="withdrew from",
            along="withdrew from",
            domain=("agency", "institution", "nation", "organisation"),
            range=(
                "accord",
                "agency",
                "event",
                "institution",
                "instrument",
                "mission",
                "nation",
                "organisation",
                "person",
                "programme",
                "restriction",
                "sample",
                "satellite",
            ),
            supers=("tied_to",),
            symmetric=False,
            tail="subject",
            head="object",
            legal_status=Comity.Withdrawn,
            public_act=True,
        ),
    }
)

ATTRIBUTES: Final[Mapping[str, Attribute]] = MappingProxyType(
    {
        "age_gyr": Attribute(
            name="age_gyr",
            iri=Comity.ageGyr,
            label="age in billions of years",
            phrase="holds material of an age, in billions of years, of",
            range="decimal",
            nature="measure",
            multi=True,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "assessed_as": Attribute(
            name="assessed_as",
            iri=Comity.assessedAs,
            label="assessed as",
            phrase="is assessed as",
            range="text",
            nature="evaluation",
            multi=True,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "deadline": Attribute(
            name="deadline",
            iri=Comity.deadline,
            label="deadline",
            phrase="takes applications until",
            range="date",
            nature="plan",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "described_as": Attribute(
            name="described_as",
            iri=Comity.describedAs,
            label="described as",
            phrase="is described so:",
            range="text",
            nature="description",
            multi=True,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "expected_to": Attribute(
            name="expected_to",
            iri=Comity.expectedTo,
            label="expected to",
            phrase="is expected so:",
            range="text",
            nature="forecast",
            multi=True,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "foreign_payload_count": Attribute(
            name="foreign_payload_count",
            iri=Comity.foreignPayloadCount,
            label="number of foreign payloads",
            phrase="carries a number of foreign payloads:",
            range="integer",
            nature="count",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "institution_count": Attribute(
            name="institution_count",
            iri=Comity.institutionCount,
            label="number of institutions",
            phrase="has a number of institutions:",
            range="integer",
            nature="count",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "is_silent_on": Attribute(
            name="is_silent_on",
            iri=Comity.isSilentOn,
            label="is silent on",
            phrase="is silent on",
            range="concept",
            nature="description",
            multi=True,
            counts=None,
            counts_kind=None,
            concepts=CONCEPTS["ProvisionScheme"],
        ),
        "member_count": Attribute(
            name="member_count",
            iri=Comity.memberCount,
            label="number of member states",
            phrase="has a number of member states:",
            range="integer",
            nature="count",
            multi=False,
            counts="member_of",
            counts_kind="nation",
            concepts=MappingProxyType({}),
        ),
        "partner_count": Attribute(
            name="partner_count",
            iri=Comity.partnerCount,
            label="number of partners",
            phrase="has a number of partners:",
            range="integer",
            nature="count",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "payload_capacity_kg": Attribute(
            name="payload_capacity_kg",
            iri=Comity.payloadCapacityKg,
            label="payload capacity in kilograms",
            phrase="offers, in kilograms,",
            range="decimal",
            nature="measure",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "planned_completion": Attribute(
            name="planned_completion",
            iri=Comity.plannedCompletion,
            label="planned completion",
            phrase="is to be complete in",
            range="date",
            nature="plan",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "planned_landing": Attribute(
            name="planned_landing",
            iri=Comity.plannedLanding,
            label="planned landing",
            phrase="is to land in",
            range="date",
            nature="plan",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "planned_launch": Attribute(
            name="planned_launch",
            iri=Comity.plannedLaunch,
            label="planned launch",
            phrase="is to be launched in",
            range="date",
            nature="plan",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "planned_selection": Attribute(
            name="planned_selection",
            iri=Comity.plannedSelection,
            label="planned selection",
            phrase="is to choose its partners in",
            range="date",
            nature="plan",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "provides_for": Attribute(
            name="provides_for",
            iri=Comity.providesFor,
            label="provides for",
            phrase="provides for",
            range="concept",
            nature="description",
            multi=True,
            counts=None,
            counts_kind=None,
            concepts=CONCEPTS["ProvisionScheme"],
        ),
        "recipient_count": Attribute(
            name="recipient_count",
            iri=Comity.recipientCount,
            label="number of recipients",
            phrase="went to a number of institutions:",
            range="integer",
            nature="count",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "recipient_nation_count": Attribute(
            name="recipient_nation_count",
            iri=Comity.recipientNationCount,
            label="number of recipient nations",
            phrase="went to a number of nations:",
            range="integer",
            nature="count",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "roll_call": Attribute(
            name="roll_call",
            iri=Comity.rollCall,
            label="result of the roll call",
            phrase="was adopted by",
            range="text",
            nature="measure",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "sample_mass_g": Attribute(
            name="sample_mass_g",
            iri=Comity.sampleMassG,
            label="mass of samples in grams",
            phrase="weighs, in grams,",
            range="decimal",
            nature="measure",
            multi=False,
            counts=None,
            counts_kind=None,
            concepts=MappingProxyType({}),
        ),
        "signatory_count": Attribute(
            name="signatory_count",
            iri=Comity.signatoryCount,
            label="number of signatories",
            phrase="has a number of signatories:",
            range="integer",
            nature="count",
            multi=False,
            counts="signatory_of",
            counts_kind="nation",
            concepts=MappingProxyType({}),
        ),
    }
)

QUALIFIERS: Final[Mapping[str, Qualifier]] = MappingProxyType(
    {
        "about": Qualifier(
            key="about",
            iri=Comity.about,
            label="about",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "accord": Qualifier(
            key="accord",
            iri=Comity.accord,
            label="under accord",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "activity": Qualifier(
            key="activity",
            iri=Comity.activity,
            label="activity",
            range="concept",
            multi=True,
            concepts=CONCEPTS["ActivityScheme"],
        ),
        "as_of": Qualifier(
            key="as_of",
            iri=Comity.asOf,
            label="as of",
            range="date",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "astronaut": Qualifier(
            key="astronaut",
            iri=Comity.astronaut,
            label="astronaut",
            range="text",
            multi=True,
            concepts=MappingProxyType({}),
        ),
        "besides": Qualifier(
            key="besides",
            iri=Comity.besides,
            label="besides",
            range="entity",
            multi=True,
            concepts=MappingProxyType({}),
        ),
        "binds": Qualifier(
            key="binds",
            iri=Comity.binds,
            label="binds",
            range="party",
            multi=True,
            concepts=CONCEPTS["PartyClassScheme"],
        ),
        "blocked_by": Qualifier(
            key="blocked_by",
            iri=Comity.blockedBy,
            label="blocked by",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "bound": Qualifier(
            key="bound",
            iri=Comity.bound,
            label="bound",
            range="concept",
            multi=False,
            concepts=CONCEPTS["BoundScheme"],
        ),
        "bus": Qualifier(
            key="bus",
            iri=Comity.bus,
            label="bus",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "city": Qualifier(
            key="city",
            iri=Comity.city,
            label="city",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "claimed_by": Qualifier(
            key="claimed_by",
            iri=Comity.claimedBy,
            label="claimed by",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "claimed_on": Qualifier(
            key="claimed_on",
            iri=Comity.claimedOn,
            label="claimed on",
            range="date",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "continuing_state_of": Qualifier(
            key="continuing_state_of",
            iri=Comity.continuingStateOf,
            label="continuing state of",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "contribution": Qualifier(
            key="contribution",
            iri=Comity.contribution,
            label="contribution",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "cosmonaut": Qualifier(
            key="cosmonaut",
            iri=Comity.cosmonaut,
            label="cosmonaut",
            range="text",
            multi=True,
            concepts=MappingProxyType({}),
        ),
        "cost": Qualifier(
            key="cost",
            iri=Comity.cost,
            label="cost",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "count": Qualifier(
            key="count",
            iri=Comity.count,
            label="count",
            range="integer",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "counterpart": Qualifier(
            key="counterpart",
            iri=Comity.counterpart,
            label="counterpart",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "countries": Qualifier(
            key="countries",
            iri=Comity.countries,
            label="countries stated",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "countries_and_organisations": Qualifier(
            key="countries_and_organisations",
            iri=Comity.countriesAndOrganisations,
            label="countries and organisations stated",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "date_basis": Qualifier(
            key="date_basis",
            iri=Comity.dateBasis,
            label="basis of the date",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "declaration": Qualifier(
            key="declaration",
            iri=Comity.declaration,
            label="declaration",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "depositary": Qualifier(
            key="depositary",
            iri=Comity.depositary,
            label="depositary",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "effect": Qualifier(
            key="effect",
            iri=Comity.effect,
            label="effect",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "european_instruments": Qualifier(
            key="european_instruments",
            iri=Comity.europeanInstruments,
            label="European instruments",
            range="integer",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "exclusive": Qualifier(
            key="exclusive",
            iri=Comity.exclusive,
            label="exclusive",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "exemption": Qualifier(
            key="exemption",
            iri=Comity.exemption,
            label="exemption",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "field": Qualifier(
            key="field",
            iri=Comity.field,
            label="field",
            range="concept",
            multi=True,
            concepts=CONCEPTS["FieldScheme"],
        ),
        "first_of_nation": Qualifier(
            key="first_of_nation",
            iri=Comity.firstOfNation,
            label="first of the nation",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "fiscal_year": Qualifier(
            key="fiscal_year",
            iri=Comity.fiscalYear,
            label="fiscal year",
            range="integer",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "for_nation": Qualifier(
            key="for_nation",
            iri=Comity.forNation,
            label="for nation",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "form": Qualifier(
            key="form",
            iri=Comity.form,
            label="form",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "founding": Qualifier(
            key="founding",
            iri=Comity.founding,
            label="founding",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "giver": Qualifier(
            key="giver",
            iri=Comity.giver,
            label="giver",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "host": Qualifier(
            key="host",
            iri=Comity.host,
            label="host",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "hours_of_work": Qualifier(
            key="hours_of_work",
            iri=Comity.hoursOfWork,
            label="hours of work",
            range="decimal",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "in_force": Qualifier(
            key="in_force",
            iri=Comity.inForce,
            label="in force",
            range="date",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "institution": Qualifier(
            key="institution",
            iri=Comity.institution,
            label="institution",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "institutions": Qualifier(
            key="institutions",
            iri=Comity.institutions,
            label="institutions stated",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "kind": Qualifier(
            key="kind",
            iri=Comity.kind,
            label="kind",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "leg": Qualifier(
            key="leg",
            iri=Comity.leg,
            label="leg",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "level": Qualifier(
            key="level",
            iri=Comity.level,
            label="level",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "loan": Qualifier(
            key="loan",
            iri=Comity.loan,
            label="loan",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "mass_g": Qualifier(
            key="mass_g",
            iri=Comity.massG,
            label="mass in grams",
            range="decimal",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "mass_kg": Qualifier(
            key="mass_kg",
            iri=Comity.massKg,
            label="mass in kilograms",
            range="decimal",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "mission": Qualifier(
            key="mission",
            iri=Comity.mission,
            label="mission",
            range="entity",
            multi=True,
            concepts=MappingProxyType({}),
        ),
        "mode": Qualifier(
            key="mode",
            iri=Comity.mode,
            label="mode of consent",
            range="concept",
            multi=False,
            concepts=CONCEPTS["ModeScheme"],
        ),
        "named": Qualifier(
            key="named",
            iri=Comity.named,
            label="named",
            range="entity",
            multi=True,
            concepts=MappingProxyType({}),
        ),
        "notified": Qualifier(
            key="notified",
            iri=Comity.notified,
            label="notified",
            range="date",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "occasion": Qualifier(
            key="occasion",
            iri=Comity.occasion,
            label="occasion",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "order": Qualifier(
            key="order",
            iri=Comity.order,
            label="order",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "owner_rank": Qualifier(
            key="owner_rank",
            iri=Comity.ownerRank,
            label="rank of the owner",
            range="integer",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "pi": Qualifier(
            key="pi",
            iri=Comity.pi,
            label="principal investigator",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "place": Qualifier(
            key="place",
            iri=Comity.place,
            label="place",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "place_in_text": Qualifier(
            key="place_in_text",
            iri=Comity.placeInText,
            label="place in the text",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "position": Qualifier(
            key="position",
            iri=Comity.position,
            label="position",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "programme": Qualifier(
            key="programme",
            iri=Comity.programme,
            label="programme",
            range="entity",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "projects": Qualifier(
            key="projects",
            iri=Comity.projects,
            label="projects",
            range="integer",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "public_law": Qualifier(
            key="public_law",
            iri=Comity.publicLaw,
            label="public law",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "ratified": Qualifier(
            key="ratified",
            iri=Comity.ratified,
            label="ratified",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "reason": Qualifier(
            key="reason",
            iri=Comity.reason,
            label="reason",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "returned": Qualifier(
            key="returned",
            iri=Comity.returned,
            label="returned",
            range="date",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "role": Qualifier(
            key="role",
            iri=Comity.role,
            label="role",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "role_basis": Qualifier(
            key="role_basis",
            iri=Comity.roleBasis,
            label="basis of the role",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "scope": Qualifier(
            key="scope",
            iri=Comity.scope,
            label="scope",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "section": Qualifier(
            key="section",
            iri=Comity.section,
            label="section",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "session": Qualifier(
            key="session",
            iri=Comity.session,
            label="session",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "share_percent": Qualifier(
            key="share_percent",
            iri=Comity.sharePercent,
            label="share in per cent",
            range="decimal",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "signed_by": Qualifier(
            key="signed_by",
            iri=Comity.signedBy,
            label="signed by",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "stage": Qualifier(
            key="stage",
            iri=Comity.stage,
            label="stage",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "status": Qualifier(
            key="status",
            iri=Comity.status,
            label="status",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "succession": Qualifier(
            key="succession",
            iri=Comity.succession,
            label="kind of succession",
            range="concept",
            multi=False,
            concepts=CONCEPTS["SuccessionScheme"],
        ),
        "total_instruments": Qualifier(
            key="total_instruments",
            iri=Comity.totalInstruments,
            label="instruments in all",
            range="integer",
            multi=False,
            concepts=MappingProxyType({}),
        ),
        "toward": Qualifier(
            key="toward",
            iri=Comity.toward,
            label="toward",
            range="party",
            multi=True,
            concepts=CONCEPTS["PartyClassScheme"],
        ),
        "vehicle": Qualifier(
            key="vehicle",
            iri=Comity.vehicle,
            label="vehicle",
            range="text",
            multi=False,
            concepts=MappingProxyType({}),
        ),
    }
)
