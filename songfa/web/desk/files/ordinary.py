"""What the verbs of deciding and working ask, and what they do."""

from songfa.aid import actions
from songfa.rules.verbs import Verb
from songfa.web.desk.files import forms as ask
from songfa.web.desk.files import group
from songfa.web.desk.files.act import Act, shared

ACTS: dict[Verb, Act] = {
    Verb.AID_ASK_PAPERS: Act(
        lambda now, data: ask.PapersForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.ask_papers(
            **shared(now), papers=told["papers"], note=told["note"]
        ),
    ),
    Verb.AID_RECEIVE_PAPERS: Act(
        lambda now, data: ask.ReceivedForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.receive_papers(**shared(now), papers=told["papers"]),
    ),
    Verb.AID_GRANT: Act(
        lambda now, data: ask.GrantForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.grant(**shared(now), **told),
    ),
    Verb.AID_REFUSE: Act(
        lambda now, data: ask.RefuseForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.refuse(**shared(now), reasons=told["reasons"], text=told["text"]),
    ),
    Verb.AID_LOG: Act(
        lambda now, data: ask.LogForm(now.day, data),
        lambda now, told: actions.log(**shared(now), **told),
    ),
    Verb.AID_CLOSE: Act(
        lambda now, data: ask.CloseForm(
            now.pack, now.day, data, counted=group.told(now) is not None
        ),
        lambda now, told: actions.close(**shared(now), **told),
    ),
    Verb.AID_WITHDRAW: Act(
        lambda now, data: ask.WithdrawForm(data),
        lambda now, told: actions.withdraw(**shared(now), reason=told["reason"]),
    ),
    Verb.AID_HAND_IN: Act(
        lambda now, data: ask.VerbForm(data),
        lambda now, told: actions.hand_in(**shared(now)),
    ),
}
