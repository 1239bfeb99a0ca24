package io.agencyos.application.outreach;

import io.agencyos.domain.campaign.SequenceStep;
import io.agencyos.domain.campaign.StepPurpose;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.content.Links;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.mail.Footer;
import io.agencyos.domain.content.mail.Signature;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.content.template.Brief;
import io.agencyos.domain.content.template.Composer;
import io.agencyos.domain.content.template.Template;
import io.agencyos.domain.content.template.TemplateLibrary;
import io.agencyos.domain.content.template.TemplatePurpose;
import io.agencyos.domain.content.template.Values;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.GateFacts;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the e-mail of a step as it will leave: composed, signed, with its footer, and checked. Source: content 3.5, 3.8. */
final class MailWriter {

    private final UnsubscribeLinks links;

    MailWriter(UnsubscribeLinks links) {
        this.links = links;
    }

    /** The finished text, or the codes that say why there is none. */
    Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        Lead lead = one.lead();
        SequenceStep step = one.step();
        Client client = setting.client().orElse(null);
        if (lead == null || step == null || client == null) {
            return Result.err(List.of("content_missing"));
        }
        Optional<Persona> persona = setting.persona();
        Template template;
        switch (template(one, step)) {
            case Result.Err<Template, String>(String problem) -> {
                return Result.err(List.of(problem));
            }
            case Result.Ok<Template, String>(Template found) -> template = found;
        }
        Brief brief = new Brief(
                lead.id().text(), one.touch().stepNo(), values(lead, client, persona), industryServed(lead, one));
        return switch (Composer.compose(template, brief)) {
            case Result.Err<Composer.Composed, Composer.Refusal>(Composer.Refusal refusal) ->
                Result.err(List.of(refusal.code()));
            case Result.Ok<Composer.Composed, Composer.Refusal>(Composer.Composed composed) ->
                checked(composed, brief.values().present(), one.touch(), lead, client, persona);
        };
    }

    /** A text that a person wrote instead, checked like any other. */
    Result<Touch.TouchContent, List<String>> edited(
            Touch touch, String subject, String body, Lead lead, Client client) {
        MessageText text = MessageText.email(subject.strip(), body.strip());
        MessageText written = text.with(TextField.BODY, footer(touch, client).leftOf(body.strip()));
        ContentTraits traits = ContentTraits.ofWritten(
                written, said(lead.person().firstName()), said(lead.company().name()));
        return checked("edited", text, traits, touch, lead, client);
    }

    /** What gates 38 to 40 ask about the text that a touch has. */
    static GateFacts.Content standing(Touch touch, @Nullable Lead lead, Setting setting) {
        Touch.TouchContent content = touch.content();
        if (content == null) {
            return new GateFacts.Content(GateFacts.Content.Standing.MISSING, true, true);
        }
        String name = setting.client().map(MailWriter::legalName).orElse("");
        boolean complete =
                content.body().contains("\nUnsubscribe: ") && content.body().contains(name);
        boolean sameAddress = touch.recipient() == null
                || lead != null
                        && lead.contact().email() != null
                        && lead.contact().email().value().equals(touch.recipient());
        return new GateFacts.Content(
                content.qaPassed() ? GateFacts.Content.Standing.READY : GateFacts.Content.Standing.QA_FAILED,
                complete,
                sameAddress);
    }

    private Result<Touch.TouchContent, List<String>> checked(
            Composer.Composed composed,
            Set<Variable> known,
            Touch touch,
            Lead lead,
            Client client,
            Optional<Persona> persona) {
        MessageText text = composed.text();
        ContentTraits traits = ContentTraits.of(
                text,
                said(lead.person().firstName()),
                said(lead.company().name()),
                Variable.personalisation(composed.variablesUsed()),
                Variable.personalisation(known));
        String signed = persona.map(person -> signature(person, client))
                .orElseGet(Signature::ofTeam)
                .appendTo(text.text(TextField.BODY));
        String body = footer(touch, client).appendTo(signed);
        return checked(composed.templateId(), text.with(TextField.BODY, body), traits, touch, lead, client);
    }

    private Result<Touch.TouchContent, List<String>> checked(
            String templateId, MessageText text, ContentTraits traits, Touch touch, Lead lead, Client client) {
        Footer footer = footer(touch, client);
        String body = footer.appendTo(text.text(TextField.BODY));
        QualityReport report = QualityReport.of(
                text.with(TextField.BODY, body),
                QualityContext.outreach(
                                said(lead.person().firstName()),
                                said(lead.company().name()),
                                legalName(client),
                                footer.unsubscribeUrl())
                        .allowing(hosts(footer, client)));
        if (report.status() == QualityReport.Status.FAILED) {
            return Result.err(report.codes());
        }
        String subject = text.text(TextField.SUBJECT);
        return Result.ok(new Touch.TouchContent(
                null, templateId, subject, body, Digests.sha256Hex(subject + "\n" + body), true, traits));
    }

    private static Result<Template, String> template(TouchCase one, SequenceStep step) {
        if (step.bodyTemplate().equals(SequenceStep.SMART_PROMPT)) {
            StepPurpose purpose = step.purpose() == null ? StepPurpose.INTRO : step.purpose();
            return Result.ok(TemplateLibrary.standard(MessageForm.EMAIL, TemplatePurpose.of(purpose)));
        }
        int version = one.enrolment().sequenceVersion();
        return Template.written(
                        "campaign:" + one.enrolment().campaignId().text() + ":" + step.stepNo(),
                        version,
                        MessageForm.EMAIL,
                        Optional.ofNullable(step.subjectTemplate()),
                        step.bodyTemplate())
                .mapError(problem -> "template_invalid");
    }

    private static Values values(Lead lead, Client client, Optional<Persona> persona) {
        Map<Variable, String> raw = new EnumMap<>(Variable.class);
        put(raw, Variable.FIRST_NAME, lead.person().firstName());
        put(raw, Variable.LAST_NAME, lead.person().lastName());
        put(raw, Variable.COMPANY, lead.company().name());
        put(raw, Variable.TITLE, lead.person().title());
        put(raw, Variable.INDUSTRY, lead.company().industry());
        put(raw, Variable.CITY, lead.person().city());
        put(raw, Variable.AGENCY_NAME, client.name());
        lead.company().technologies().stream().findFirst().ifPresent(name -> put(raw, Variable.TECHNOLOGY, name));
        // a client without a persona signs as the team, in the text as in the signature
        put(
                raw,
                Variable.SENDER_NAME,
                persona.map(Persona::firstName).orElse(Signature.ofTeam().name()));
        persona.ifPresent(person -> {
            put(raw, Variable.SENDER_TITLE, person.title());
            put(raw, Variable.MEETING_LINK, person.calendarLink());
        });
        return Values.of(raw);
    }

    private static void put(Map<Variable, String> raw, Variable variable, @Nullable String value) {
        if (value != null) {
            raw.put(variable, value);
        }
    }

    private static boolean industryServed(Lead lead, TouchCase one) {
        String industry = lead.company().industry();
        return industry != null
                && one.campaign() != null
                && one.campaign().target().industries().stream().anyMatch(industry::equalsIgnoreCase);
    }

    private Footer footer(Touch touch, Client client) {
        return new Footer(
                legalName(client),
                contact(client),
                links.of(new UnsubscribeLinks.Subject(touch.clientId(), touch.leadId(), touch.id()))
                        .toString());
    }

    private static Signature signature(Persona persona, Client client) {
        return new Signature(
                (persona.firstName() + " " + persona.lastName()).strip(),
                Optional.ofNullable(persona.title()),
                Optional.of(client.name()),
                Optional.empty(),
                Optional.ofNullable(persona.phone()),
                Optional.ofNullable(client.websiteUrl()),
                Optional.empty(),
                Optional.ofNullable(persona.calendarLink()));
    }

    static String legalName(Client client) {
        return client.legalName() == null ? client.name() : client.legalName();
    }

    private static String contact(Client client) {
        if (client.contactEmail() != null) {
            return client.contactEmail().value();
        }
        return client.contactPhone() == null
                ? client.name()
                : client.contactPhone().e164();
    }

    private static Set<String> hosts(Footer footer, Client client) {
        Set<String> hosts = new HashSet<>();
        hosts.add(Links.host(footer.unsubscribeUrl()));
        if (client.websiteUrl() != null) {
            hosts.add(Links.host(client.websiteUrl()));
        }
        return hosts;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
