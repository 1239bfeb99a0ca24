package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.outreach.suppression.KeepConsents;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The evidence that a lead may be contacted; what is on file stays as it is. Source: api 9.16, outreach 6.4. */
public final class LeadConsentRoutes implements RouteGroup {

    private static final String TAG = "Leads";
    private static final String ALL = Route.C + "/leads/{id}/consents";

    private final KeepConsents consents;

    public LeadConsentRoutes(KeepConsents consents) {
        this.consents = consents;
    }

    /**
     * One consent.
     *
     * @param channel the channel that the consent is for; it opens no other
     * @param expiresAt from when on it counts no longer, null for one that lasts
     * @param recordedBy who put it on file
     */
    record ConsentView(
            UUID id,
            Channel channel,
            ConsentKind basis,
            String evidence,
            Instant obtainedAt,
            @Nullable Instant expiresAt,
            String recordedBy) {

        static final ConsentView EXAMPLE = new ConsentView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000e1"),
                Channel.SMS,
                ConsentKind.EXPRESS,
                "Ticked 'send me texts' in the form of 2 March 2026.",
                Instant.parse("2026-03-02T01:00:00Z"),
                null,
                "user:019baaaa-0000-7000-8000-000000000003");

        static ConsentView of(Consent consent) {
            return new ConsentView(
                    consent.id().value(),
                    consent.channel(),
                    consent.basis(),
                    consent.evidence(),
                    consent.obtainedAt(),
                    consent.expiresAt(),
                    consent.recordedBy());
        }
    }

    /**
     * A consent to put on file; a publication names the address of its page.
     *
     * @param channel the channel that the consent is for; it opens no other
     */
    record NewConsent(
            Channel channel,
            @Except("declared") ConsentKind basis,
            @Text(max = 2000) String evidence,
            Instant obtainedAt) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "A lead's consents with their evidence, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("channel", Channel.class))
                        .lists(ConsentView.class, Sorting.of("-created_at"), ConsentView.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Puts a consent on file")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .idempotent()
                        .body(
                                NewConsent.class,
                                new NewConsent(
                                        Channel.SMS,
                                        ConsentKind.EXPRESS,
                                        ConsentView.EXAMPLE.evidence(),
                                        ConsentView.EXAMPLE.obtainedAt()))
                        .answers(201, ConsentView.class, ConsentView.EXAMPLE)
                        .handledBy(this::keep));
    }

    private Reply<Page<ConsentView>> list(Call<None> call) {
        Set<Channel> channels = call.query().words("channel", Channel.class);
        return consents.ofLead(call.scope(), call.id("id", LeadId::new))
                .<Reply<Page<ConsentView>>>map(found -> Reply.ok(new Page<>(
                        found.stream()
                                .filter(consent -> channels.isEmpty() || channels.contains(consent.channel()))
                                .map(ConsentView::of)
                                .toList(),
                        Optional.empty(),
                        Optional.empty())))
                .orElseGet(Reply::notFound);
    }

    private Reply<ConsentView> keep(Call<NewConsent> call) {
        NewConsent body = call.body();
        Consent.Wish wish = new Consent.Wish(body.channel(), body.basis(), body.evidence(), body.obtainedAt());
        return switch (consents.keep(call.scope(), call.id("id", LeadId::new), wish, call.origin())) {
            case KeepConsents.Outcome.Kept(Consent consent) -> Reply.created(call.path(), ConsentView.of(consent));
            case KeepConsents.Outcome.NotFound missing -> Reply.notFound();
            case KeepConsents.Outcome.Invalid(var problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case KeepConsents.Outcome.RoleRequired refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
