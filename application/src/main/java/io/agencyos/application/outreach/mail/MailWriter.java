package io.agencyos.application.outreach.mail;

import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.content.Links;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.mail.Footer;
import io.agencyos.domain.content.mail.Signature;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.content.template.Composer;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.TouchId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the e-mail of a step as it will leave: composed, signed, with its footer, and checked. Source: content 3.5, 3.8. */
public final class MailWriter {

    private static final TouchId NO_TOUCH = new TouchId(new UUID(0, 0));

    private final UnsubscribeLinks links;

    public MailWriter(UnsubscribeLinks links) {
        this.links = links;
    }

    /** The finished text, or the codes that say why there is none. */
    Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return StepTexts.Source.of(one, setting)
                .map(source -> StepTexts.compose(one, source, MessageForm.EMAIL, Map.of())
                        .flatMap(composed ->
                                checked(composed, one.touch(), source.lead(), source.client(), source.persona())))
                .orElseGet(() -> Result.err(List.of("content_missing")));
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

    /** A message or an answer that a person wrote: signed, with its footer, and checked as what it is. */
    Result<Touch.TouchContent, List<String>> byHand(
            Touch touch, String subject, String body, Lead lead, Client client, Optional<Persona> persona) {
        MessageText text = MessageText.email(subject.strip(), body.strip());
        ContentTraits traits = ContentTraits.ofWritten(
                text, said(lead.person().firstName()), said(lead.company().name()));
        return checked("by_hand", signed(text, footer(touch, client), client, persona), traits, touch, lead, client);
    }

    /** An e-mail as it would leave, and what its checks say of it. */
    public record Looked(String subject, String body, QualityReport report) {}

    /** The e-mail for people to look at; its opt-out link is whatever the links say, of no touch. */
    public Looked look(Composer.Composed composed, Lead lead, Client client, Optional<Persona> persona) {
        Footer footer = footer(new UnsubscribeLinks.Subject(client.id(), lead.id(), NO_TOUCH), client);
        MessageText text = signed(composed.text(), footer, client, persona);
        return new Looked(text.text(TextField.SUBJECT), text.text(TextField.BODY), report(text, footer, lead, client));
    }

    private static MessageText signed(MessageText text, Footer footer, Client client, Optional<Persona> persona) {
        String signed = persona.map(person -> signature(person, client))
                .orElseGet(Signature::ofTeam)
                .appendTo(text.text(TextField.BODY));
        return text.with(TextField.BODY, footer.appendTo(signed));
    }

    private Result<Touch.TouchContent, List<String>> checked(
            Composer.Composed composed, Touch touch, Lead lead, Client client, Optional<Persona> persona) {
        return checked(
                composed.templateId(),
                signed(composed.text(), footer(touch, client), client, persona),
                StepTexts.traits(composed, lead),
                touch,
                lead,
                client);
    }

    private Result<Touch.TouchContent, List<String>> checked(
            String templateId, MessageText text, ContentTraits traits, Touch touch, Lead lead, Client client) {
        Footer footer = footer(touch, client);
        String body = footer.appendTo(text.text(TextField.BODY));
        List<String> failures = failures(touch, report(touch, text.with(TextField.BODY, body), footer, lead, client));
        if (!failures.isEmpty()) {
            return Result.err(failures);
        }
        String subject = text.text(TextField.SUBJECT);
        return Result.ok(
                new Touch.TouchContent(null, templateId, subject, body, Digests.sha256Hex(subject + "\n" + body), true)
                        .described(traits));
    }

    /** The subject of an answer is the thread's, which its writer did not choose. */
    private static List<String> failures(Touch touch, QualityReport report) {
        if (report.status() != QualityReport.Status.FAILED || touch.origin() != TouchOrigin.REPLY) {
            return report.status() == QualityReport.Status.FAILED ? report.codes() : List.of();
        }
        return report.findings().stream()
                .filter(found -> found.severity() == Finding.Severity.ERROR)
                .filter(found -> !found.field().equals(TextField.SUBJECT.wire()))
                .map(Finding::code)
                .toList();
    }

    private static QualityReport report(Touch touch, MessageText text, Footer footer, Lead lead, Client client) {
        QualityContext context = context(footer, lead, client);
        return QualityReport.of(text, touch.origin() == TouchOrigin.REPLY ? context.asAnswer() : context);
    }

    private static QualityReport report(MessageText text, Footer footer, Lead lead, Client client) {
        return QualityReport.of(text, context(footer, lead, client));
    }

    private static QualityContext context(Footer footer, Lead lead, Client client) {
        return QualityContext.outreach(
                        said(lead.person().firstName()),
                        said(lead.company().name()),
                        legalName(client),
                        footer.unsubscribeUrl())
                .allowing(hosts(footer, client));
    }

    private Footer footer(Touch touch, Client client) {
        return footer(new UnsubscribeLinks.Subject(touch.clientId(), touch.leadId(), touch.id()), client);
    }

    private Footer footer(UnsubscribeLinks.Subject subject, Client client) {
        return new Footer(legalName(client), contact(client), links.of(subject).toString());
    }

    /** The footer as people are told of it; each e-mail has a link of its own. */
    static List<String> addedLines(Client client) {
        return new Footer(legalName(client), contact(client), "{unsubscribe_link}")
                .text()
                .lines()
                .toList();
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
