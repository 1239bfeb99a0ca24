package io.agencyos.domain.content.template;

import static io.agencyos.domain.content.template.Slot.optional;
import static io.agencyos.domain.content.template.Slot.rank;
import static io.agencyos.domain.content.template.Slot.rankForServedIndustry;
import static io.agencyos.domain.content.template.Slot.required;

/** Slots that several templates of the shipped library share. Source: content 3.5. */
final class CommonSlots {

    static final Slot GREETING = required("greeting", rank("Hi {first_name},"));

    static final Slot OPENER = required(
            "opener",
            rank("Congratulations on the {funding_stage} round."),
            rank("Your team is hiring a {hiring_role}, so growth looks to be on the agenda."),
            rankForServedIndustry("We spend our days with {industry} businesses, so {company} stood out."),
            rank("{company} looks like a business we could help."));

    static final Slot VALUE = required(
            "value",
            rank("{agency_name} helps with {value_prop}."),
            rank("{agency_name} does {service} for businesses like yours."),
            rank("{agency_name} is a marketing agency for businesses like yours."));

    /** Hedged, because the pain point may be assumed from the industry (content 1.7). */
    static final Slot PAIN = optional("pain", rank("Often the hard part is {pain_point}."));

    static final Slot PROOF = optional(
            "proof",
            rank("For {proof_client} the result was {proof_metric}."),
            rank("One recent result: {proof_metric}."));

    static final Slot SIGNOFF = required("signoff", rank("{sender_name}\n{agency_name}"));

    private CommonSlots() {}
}
