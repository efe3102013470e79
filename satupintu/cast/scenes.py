"""The complaints that the demo needs today: work for every named officer, whatever the dice say."""

from satupintu.cast.history import Scene
from satupintu.foundation.offices.words import ServiceField as F
from satupintu.work.complaints.words import Channel, Urgency

ARA, BIRA, TKSK, SLRT = "P7302032006", "P7302032005", "K730203", "S7302"
PANAKKUKANG, SLRT_GOWA = "P7306072008", "S7306"

_ARA = (
    # Decisions that wait: fresh ones, an urgent one, an emergency of today, and two that are overdue.
    Scene(ARA, 3, channel=Channel.WALK_IN),
    Scene(ARA, 6, field=F.CIVIL_REGISTRATION),
    Scene(ARA, 9, channel=Channel.OUTREACH),
    Scene(ARA, 5, field=F.HEALTH, urgency=Urgency.SOON),
    Scene(ARA, 1.5, field=F.OTHER, urgency=Urgency.EMERGENCY),
    Scene(ARA, 100, field=F.SOCIAL),
    Scene(ARA, 45, field=F.EDUCATION, urgency=Urgency.SOON),
    # The clock stands: the family is looking for its papers.
    Scene(ARA, 16, ("pause",), field=F.CIVIL_REGISTRATION),
    # Being served here: by the facilitator and the back office.
    Scene(ARA, 12, ("settle",), field=F.SOCIAL),
    Scene(ARA, 26, ("settle",), field=F.OTHER),
    Scene(ARA, 95, ("settle",), field=F.ECONOMY),
    # Letters: one came back, one is asked about, some wait.
    Scene(ARA, 40, ("refer", "reject"), to="DUKCAPIL"),
    Scene(ARA, 25, ("refer", "ask"), to="DUKCAPIL"),
    Scene(ARA, 14, ("refer",), to="DUKCAPIL"),
    Scene(ARA, 44, ("refer", "accept"), to="DINKES"),
    # Answers to pass on, and what can be closed.
    Scene(ARA, 50, ("refer", "accept", "serve"), to="DUKCAPIL"),
    Scene(ARA, 60, ("escalate", "refer", "accept", "not_serve"), to="DIKBUD"),
    Scene(ARA, 20, ("settle", "finish"), field=F.HEALTH),
    Scene(ARA, 35, ("settle", "finish", "tell"), field=F.SOCIAL),
    Scene(ARA, 70, ("escalate", "refer", "accept", "serve", "tell"), to="DUKCAPIL"),
    # A closed one that was opened again.
    Scene(ARA, 90, ("settle", "finish", "tell", "close", "reopen"), field=F.HEALTH),
    Scene(ARA, 80, ("escalate", "refer", "accept", "serve", "tell", "close"), to="DUKCAPIL"),
)
_BIRA = (
    Scene(BIRA, 4, channel=Channel.WALK_IN),
    Scene(BIRA, 8, field=F.HEALTH, urgency=Urgency.SOON),
    Scene(BIRA, 110, field=F.SOCIAL),
    Scene(BIRA, 30, ("settle",), field=F.OTHER),
    Scene(BIRA, 40, ("settle", "finish"), field=F.ECONOMY),
)
_KECAMATAN = (
    Scene(TKSK, 5, field=F.SOCIAL),
    Scene(TKSK, 12, urgency=Urgency.SOON),
    Scene(TKSK, 30, ("settle",), field=F.OTHER),
    Scene(TKSK, 33, ("settle", "finish"), field=F.EDUCATION),
)
_KABUPATEN = (
    # For the manager to decide: passed on from villages, returned, taken in at the secretariat.
    Scene(ARA, 7, ("escalate",), field=F.EDUCATION),
    Scene(ARA, 15, ("escalate",), field=F.HEALTH, urgency=Urgency.SOON),
    Scene(BIRA, 11, ("escalate",), field=F.CIVIL_REGISTRATION),
    Scene(BIRA, 105, ("escalate",), field=F.SOCIAL),
    Scene(ARA, 42, ("escalate", "refer", "reject"), to="DIKBUD"),
    Scene(ARA, 9, sealed=2),
    Scene(SLRT, 6, field=F.HEALTH),
    Scene(SLRT, 2, field=F.SOCIAL, urgency=Urgency.EMERGENCY),
    Scene(SLRT, 30, ("settle",), field=F.SOCIAL),
    Scene(SLRT, 50, ("settle",), field=F.ECONOMY),
    Scene(SLRT, 45, ("refer", "accept", "serve"), to="DINKES"),
    Scene(SLRT, 25, ("settle", "finish"), field=F.EDUCATION),
    Scene(SLRT, 48, ("settle", "finish", "tell"), field=F.OTHER),
)
_INSTITUTIONS = (
    # Letters that wait at each institution: new, urgent, accepted, overdue.
    *(Scene(SLRT, hours, ("refer",), to="DUKCAPIL") for hours in (4, 13, 90)),
    *(Scene(SLRT, hours, ("refer",), to="DIKBUD") for hours in (8, 75)),
    *(Scene(SLRT, hours, ("refer", "accept"), to="DIKBUD") for hours in (35,)),
    *(Scene(SLRT, hours, ("refer",), to="DINKES") for hours in (5, 80)),
    Scene(SLRT, 10, ("refer",), to="DINKES", urgency=Urgency.SOON),
    Scene(SLRT, 3, ("refer",), to="RSUD", sealed=1, urgency=Urgency.EMERGENCY),
    Scene(SLRT, 16, ("refer",), to="RSUD", sealed=1),
    Scene(SLRT, 40, ("refer", "accept"), to="RSUD", sealed=1),
    Scene(BIRA, 30, ("escalate", "refer", "accept"), to="DUKCAPIL"),
    Scene(BIRA, 20, ("escalate", "refer"), to="DUKCAPIL", urgency=Urgency.SOON),
    Scene(ARA, 18, ("escalate", "refer"), to="PKSAI", sealed=1),
    Scene(SLRT, 12, ("refer", "accept"), to="PKSAI", sealed=2),
    Scene(SLRT, 6, ("refer",), to="PKSAI", sealed=1, urgency=Urgency.SOON),
    *(Scene(SLRT, hours, ("refer",), to="LKS") for hours in (10, 28)),
    Scene(SLRT, 22, ("refer",), to="KOPERASI"),
)
BULUKUMBA_SCENES = (*_ARA, *_BIRA, *_KECAMATAN, *_KABUPATEN, *_INSTITUTIONS)
GOWA_SCENES = (
    Scene(PANAKKUKANG, 4, channel=Channel.WALK_IN),
    Scene(PANAKKUKANG, 20, field=F.SOCIAL, urgency=Urgency.SOON),
    Scene(PANAKKUKANG, 30, ("settle", "finish"), field=F.OTHER),
    Scene(PANAKKUKANG, 16, ("escalate",), field=F.HEALTH),
    Scene(PANAKKUKANG, 25, ("escalate", "refer"), to="DUKCAPIL"),
    Scene(SLRT_GOWA, 60, ("refer", "accept"), to="DUKCAPIL"),
)
