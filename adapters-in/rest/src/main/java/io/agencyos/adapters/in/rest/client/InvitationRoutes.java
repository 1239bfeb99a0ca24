package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.InviteMember;
import io.agencyos.domain.client.identity.Invitation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.InvitationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Invitations to a client. Nothing mails them yet: the token for the link is shown once to whoever invites, who passes
 * it on. Source: api 9.2.
 */
public final class InvitationRoutes implements RouteGroup {

    private static final String TAG = "People";
    private static final String ALL = Route.C + "/invitations";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000005");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");
    private static final InvitationView EXAMPLE =
            new InvitationView(ID, "kim@agency.example", Role.MEMBER, WHEN, false);
    private static final SentView SENT = new SentView(ID, "kim@agency.example", Role.MEMBER, WHEN, new SecretText("…"));

    private final InviteMember invitations;
    private final boolean mailed;

    /**
     * @param mailed whether links reach their people by mail. Then nobody else sees one: it proves an address, and it tells
     *     whether there is an account of it, which may be another client's.
     */
    public InvitationRoutes(InviteMember invitations, boolean mailed) {
        this.invitations = invitations;
        this.mailed = mailed;
    }

    /**
     * An invitation that was neither taken up nor taken back.
     *
     * @param email where the invitation is sent; only an account of this address can accept it
     * @param role what the person may do once the invitation is accepted
     * @param expired whether its time is over; it can be sent anew
     */
    public record InvitationView(UUID id, String email, Role role, Instant expiresAt, boolean expired) {}

    /**
     * An invitation that was sent.
     *
     * @param email where the invitation is sent; only an account of this address can accept it
     * @param role what the person may do once the invitation is accepted
     * @param token for the link, shown this once to be handed on; null where the link was mailed, or the invitation stood already
     */
    public record SentView(
            UUID id,
            String email,
            Role role,
            Instant expiresAt,
            @Nullable SecretText token) {

        static SentView of(Invitation invitation, @Nullable SecretText token) {
            return new SentView(
                    invitation.id().value(),
                    invitation.email().value(),
                    invitation.role(),
                    invitation.expiresAt(),
                    token);
        }
    }

    /**
     * Whom, and as what.
     *
     * @param email where the invitation is sent; only an account of this address can accept it
     * @param role what the person may do once the invitation is accepted
     */
    public record NewInvitation(@Text(max = 254) String email, Role role) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Invitations that were not taken up yet")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .lists(InvitationView.class, Sorting.of("created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Invites somebody, for seven days")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .body(NewInvitation.class, new NewInvitation("kim@agency.example", Role.MEMBER))
                        .answers(201, SentView.class, SENT)
                        .alsoAnswers(200)
                        .problems(ProblemCode.DUPLICATE, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::invite),
                Route.delete(ALL + "/{id}", "Takes an invitation back")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .handledBy(this::revoke),
                Route.post(ALL + "/{id}/resend", "Makes a new link for seven days; the old one is void")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .answers(SentView.class, SENT)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::resend));
    }

    private Reply<Page<InvitationView>> list(Call<None> call) {
        return Reply.ok(Pages.of(
                invitations.pending(call.scope()),
                call.paging(),
                standing -> standing.invitation().id().text(),
                standing -> standing.invitation().id().value(),
                standing -> new InvitationView(
                        standing.invitation().id().value(),
                        standing.invitation().email().value(),
                        standing.invitation().role(),
                        standing.invitation().expiresAt(),
                        standing.expired())));
    }

    private Reply<SentView> invite(Call<NewInvitation> call) {
        FieldErrors errors = new FieldErrors();
        Optional<EmailAddress> email =
                errors.read("/email", EmailAddress.parse(call.body().email()));
        if (!call.body().role().isMembership()) {
            errors.add(FieldError.of("/role", "unknown_word", "Nobody is invited as this."));
        }
        if (!errors.isEmpty() || email.isEmpty()) {
            return Reply.invalid(errors);
        }
        return sent(
                call,
                invitations.invite(call.scope(), email.get(), call.body().role(), call.origin()),
                view -> Reply.created(call.path() + "/" + view.id(), view));
    }

    private Reply<None> revoke(Call<None> call) {
        return invitations.revoke(call.scope(), call.id("id", InvitationId::new), call.origin())
                ? Reply.noContent()
                : Reply.notFound();
    }

    private Reply<SentView> resend(Call<None> call) {
        return invitations
                .renew(call.scope(), call.id("id", InvitationId::new), call.origin())
                .map(outcome -> sent(call, outcome, Reply::ok))
                .orElseGet(Reply::notFound);
    }

    private Reply<SentView> sent(
            Call<?> call, InviteMember.Outcome outcome, Function<SentView, Reply<SentView>> fresh) {
        return switch (outcome) {
            case InviteMember.Outcome.Invited(Invitation invitation, SecretText token) ->
                fresh.apply(SentView.of(invitation, mailed ? null : token));
            case InviteMember.Outcome.Pending(Invitation invitation) -> Reply.ok(SentView.of(invitation, null));
            case InviteMember.Outcome.AlreadyMember() ->
                Reply.refused(ProblemCode.DUPLICATE, "This person is a member already.");
            case InviteMember.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
            case InviteMember.Outcome.NotEligible() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "A test twin has the members of its live client.");
        };
    }
}
