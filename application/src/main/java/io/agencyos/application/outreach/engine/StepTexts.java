package io.agencyos.application.outreach.engine;

import io.agencyos.domain.allocation.Staleness;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.mail.Signature;
import io.agencyos.domain.content.template.Brief;
import io.agencyos.domain.content.template.Composer;
import io.agencyos.domain.content.template.Guidance;
import io.agencyos.domain.content.template.Template;
import io.agencyos.domain.content.template.TemplateLibrary;
import io.agencyos.domain.content.template.TemplatePurpose;
import io.agencyos.domain.content.template.Values;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills the template of a step with what is known of lead, client and persona, in any form. Source: content 3.5. */
public final class StepTexts {

    /** The code of a variant that the step, as it stands now, has no place for. */
    public static final List<String> UNFIT = List.of("variant_unfit");

    private StepTexts() {}

    /**
     * What a text is written from.
     *
     * @param at when it is written: news of longer ago are left out
     */
    public record Source(
            Lead lead, SequenceStep step, Client client, Optional<Persona> persona, Guidance guidance, Instant at) {

        /** Empty where something that every text needs is gone. */
        public static Optional<Source> of(TouchCase one, Setting setting) {
            Lead lead = one.lead();
            SequenceStep step = step(one);
            return lead == null || step == null
                    ? Optional.empty()
                    : setting.client()
                            .map(client -> new Source(
                                    lead,
                                    step,
                                    client,
                                    setting.persona(),
                                    setting.learned().texts(),
                                    setting.now()));
        }

        private static Instant startOf(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        /** What a person wrote stands beside the steps; of its run's first only the run is meant. */
        private static @Nullable SequenceStep step(TouchCase one) {
            return one.touch().byHand() != null && one.sequence() != null
                    ? one.sequence().step(1)
                    : one.step();
        }

        /** The client as its texts name it. */
        public String agency() {
            return values(Map.of()).get(Variable.AGENCY_NAME).orElse("");
        }

        /** What it says for this variable, where it knows it. */
        public Optional<String> said(Variable variable) {
            return values(Map.of()).get(variable);
        }

        private Values values(Map<Variable, String> own) {
            Map<Variable, String> raw = new EnumMap<>(Variable.class);
            put(raw, Variable.FIRST_NAME, lead.person().firstName());
            put(raw, Variable.LAST_NAME, lead.person().lastName());
            put(raw, Variable.COMPANY, lead.company().name());
            put(raw, Variable.TITLE, lead.person().title());
            put(raw, Variable.INDUSTRY, lead.company().industry());
            put(raw, Variable.CITY, lead.person().city());
            put(raw, Variable.AGENCY_NAME, client.name());
            put(raw, Variable.VALUE_PROP, client.profile().valueProposition());
            client.profile().services().stream().findFirst().ifPresent(name -> put(raw, Variable.SERVICE, name));
            lead.company().technologies().stream().findFirst().ifPresent(name -> put(raw, Variable.TECHNOLOGY, name));
            CompanyMoves moves = lead.signals().moves();
            if (moves != null && !Staleness.dropsRecentFacts(startOf(moves.lookedOn()), at)) {
                put(raw, Variable.HIRING_ROLE, moves.hiringRole());
                put(raw, Variable.RECENT_NEWS, moves.headline());
            }
            // a client without a persona signs as the team, in the text as in the signature
            put(
                    raw,
                    Variable.SENDER_NAME,
                    persona.map(Persona::firstName).orElse(Signature.ofTeam().name()));
            persona.ifPresent(person -> {
                put(raw, Variable.SENDER_TITLE, person.title());
                put(raw, Variable.MEETING_LINK, person.calendarLink());
            });
            raw.putAll(own);
            return Values.of(raw);
        }
    }

    /**
     * The composed text of a step, or the code that says why there is none.
     *
     * @param own values that only this form has
     */
    public static Result<Composer.Composed, List<String>> compose(
            TouchCase one, Source source, MessageForm form, Map<Variable, String> own) {
        return template(one, source.step(), form)
                .flatMap(template -> varied(template, one)
                        .flatMap(said -> compose(said, source, one.campaign(), own)
                                .mapError(refusal -> List.of(refusal.code()))));
    }

    /** What a template says to this lead. */
    public static Result<Composer.Composed, Composer.Refusal> compose(
            Template template, Source source, @Nullable Campaign campaign, Map<Variable, String> own) {
        return Composer.compose(
                template,
                new Brief(
                        source.lead().id().text(),
                        source.step().stepNo(),
                        source.values(own),
                        industryServed(source.lead(), campaign),
                        source.guidance()));
    }

    /** The template with what experiments say in its places. */
    private static Result<Template, List<String>> varied(Template template, TouchCase one) {
        StepVariants.Given given = one.variant();
        return given == null
                ? Result.ok(template)
                : Variation.all(given.variations(), template).mapError(problem -> UNFIT);
    }

    /** What learning compares of a composed text. Source: CIS 3.1. */
    public static ContentTraits traits(Composer.Composed composed, Lead lead) {
        return ContentTraits.of(
                composed.text(),
                Objects.requireNonNullElse(lead.person().firstName(), ""),
                Objects.requireNonNullElse(lead.company().name(), ""),
                Variable.personalisation(composed.variablesUsed()),
                Variable.personalisation(composed.variablesKnown()));
    }

    /**
     * A step's own words are for its own channel; what stands in for it says what the library says, and so does the message
     * behind an accepted invitation where nobody wrote one: the step's text is for those who are connected already.
     */
    private static Result<Template, List<String>> template(TouchCase one, SequenceStep step, MessageForm form) {
        if (one.touch().origin() == TouchOrigin.FOLLOW_UP && step.bodyTemplate().equals(SequenceStep.SMART_PROMPT)) {
            return Result.ok(TemplateLibrary.standard(form, TemplatePurpose.FOLLOW_UP));
        }
        if (step.channel() != form.channel()) {
            return Result.ok(StepTemplates.standard(step, form));
        }
        String id = "campaign:" + one.enrolment().campaignId().text() + ":" + step.stepNo();
        return StepTemplates.of(step, form, id, one.enrolment().sequenceVersion())
                .mapError(problem -> List.of("template_invalid"));
    }

    private static boolean industryServed(Lead lead, @Nullable Campaign campaign) {
        String industry = lead.company().industry();
        return industry != null
                && campaign != null
                && campaign.target().industries().stream().anyMatch(industry::equalsIgnoreCase);
    }

    private static void put(Map<Variable, String> raw, Variable variable, @Nullable String value) {
        if (value != null) {
            raw.put(variable, value);
        }
    }
}
