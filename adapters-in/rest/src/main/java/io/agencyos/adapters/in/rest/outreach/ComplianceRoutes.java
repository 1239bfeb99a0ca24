package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.rest.outreach.LeadConsentRoutes.ConsentView;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.outlook.ShowCompliance.Dossier;
import io.agencyos.application.outreach.outlook.ShowCompliance.Outcome;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.DncrState;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's compliance record in one file. Source: outreach 19.9, 6.4. */
public final class ComplianceRoutes implements RouteGroup {

    private final ShowCompliance compliance;

    public ComplianceRoutes(ShowCompliance compliance) {
        this.compliance = compliance;
    }

    /**
     * What the Do Not Call Register said of a number.
     *
     * @param state what the register said of the number; {@code unknown} where it was never asked or the answer is too old
     * @param washedOn the day of the register's answer; null where it was never asked
     * @param washId proves the answer, null where the number was never washed
     */
    record RegisterShown(
            DncrState state,
            @Nullable LocalDate washedOn,
            @Nullable String washId) {

        static RegisterShown of(DoNotCallStanding standing) {
            return switch (standing) {
                case DoNotCallStanding.Unknown unknown -> new RegisterShown(DncrState.UNKNOWN, null, null);
                case DoNotCallStanding.Clean(LocalDate on, String wash) -> new RegisterShown(DncrState.CLEAN, on, wash);
                case DoNotCallStanding.Listed(LocalDate on, String wash) ->
                    new RegisterShown(DncrState.LISTED, on, wash);
            };
        }
    }

    /**
     * A message or a call.
     *
     * @param kind what kind of message or act it is; a channel has several
     * @param state {@code abandoned} for one of which nobody knows whether it arrived
     * @param sentAt when it left; null while it has not
     * @param to the address or number as it was then; null where it was erased
     * @param vendorRef the vendor's own id of it; null where it gave none
     * @param subject the subject; null on channels without one and for answers in a thread
     * @param body what the message says; null where it has no text
     */
    record ContactShown(
            UUID touchId,
            TouchKind kind,
            TouchState state,
            @Nullable Instant sentAt,
            @Nullable String to,
            @Nullable String vendor,
            @Nullable String vendorRef,
            @Nullable String subject,
            @Nullable String body) {

        static ContactShown of(Touch touch) {
            Touch.TouchContent content = touch.content();
            return new ContactShown(
                    touch.id().value(),
                    touch.kind(),
                    touch.state(),
                    touch.sentAt(),
                    touch.recipient(),
                    touch.vendor(),
                    touch.vendorRef(),
                    content == null ? null : content.subject(),
                    content == null ? null : content.body());
        }
    }

    /**
     * An entry of the client's list that names the person.
     *
     * @param key the address, number, profile, domain or company that is named
     * @param reason why nobody may write there
     * @param source how the entry came to be
     * @param at when the entry was made
     */
    record OptOutShown(
            SuppressionKeyType keyType,
            String key,
            SuppressionReason reason,
            SuppressionSource source,
            Instant at,
            @Nullable Instant expiresAt) {

        static OptOutShown of(Suppression entry) {
            return new OptOutShown(
                    entry.keyType(), entry.key(), entry.reason(), entry.source(), entry.createdAt(), entry.expiresAt());
        }
    }

    /**
     * Everything about a lead that a regulator may ask for.
     *
     * @param at when the record was drawn up
     * @param doNotCallRegister what the Do Not Call Register said of the number; null for a lead without one
     * @param contacts every message and call, the oldest first
     * @param optOuts entries of the client's list that name the person
     */
    record ComplianceRecord(
            UUID leadId,
            Instant at,
            List<ConsentView> consents,
            @Nullable RegisterShown doNotCallRegister,
            List<ContactShown> contacts,
            List<OptOutShown> optOuts) {

        static final ComplianceRecord EXAMPLE = new ComplianceRecord(
                UUID.fromString("019baaaa-0000-7000-8000-000000000011"),
                Instant.parse("2026-04-01T01:00:00Z"),
                List.of(ConsentView.EXAMPLE),
                new RegisterShown(DncrState.CLEAN, LocalDate.of(2026, 3, 1), "wash-2026-03-01"),
                List.of(new ContactShown(
                        UUID.fromString("019baaaa-0000-7000-8000-000000000051"),
                        TouchKind.EMAIL,
                        TouchState.SENT,
                        Instant.parse("2026-03-02T01:00:00Z"),
                        "priya@harbourlane.example",
                        "salesforge",
                        "em_1",
                        "Quick idea",
                        "Hi Priya, a short note.")),
                List.of(new OptOutShown(
                        SuppressionKeyType.EMAIL,
                        "priya@harbourlane.example",
                        SuppressionReason.UNSUBSCRIBED,
                        SuppressionSource.UNSUBSCRIBE,
                        Instant.parse("2026-03-09T00:10:00Z"),
                        null)));

        static ComplianceRecord of(Dossier dossier) {
            DoNotCallStanding standing = dossier.standing();
            return new ComplianceRecord(
                    dossier.lead().id().value(),
                    dossier.at(),
                    dossier.consents().stream().map(ConsentView::of).toList(),
                    standing == null ? null : RegisterShown.of(standing),
                    dossier.contacts().stream().map(ContactShown::of).toList(),
                    dossier.optOuts().stream().map(OptOutShown::of).toList());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(Route.get(
                        Route.C + "/leads/{id}/compliance-record",
                        "Consents, register, contacts and opt-outs of a person, in one file")
                .tag("Leads")
                .role(Role.ADMIN)
                .answers(ComplianceRecord.class, ComplianceRecord.EXAMPLE)
                .handledBy(this::show));
    }

    private Reply<ComplianceRecord> show(Call<None> call) {
        return switch (compliance.of(call.scope(), call.id("id", LeadId::new))) {
            case Outcome.Shown(Dossier dossier) -> Reply.ok(ComplianceRecord.of(dossier));
            case Outcome.NotFound notFound -> Reply.notFound();
            case Outcome.RoleRequired role ->
                Reply.refused(Problem.of(ProblemCode.ROLE_REQUIRED, "An admin reads compliance records.")
                        .with("required", Role.ADMIN.wire()));
        };
    }
}
