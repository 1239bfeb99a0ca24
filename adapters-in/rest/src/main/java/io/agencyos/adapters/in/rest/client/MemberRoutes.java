package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
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
import io.agencyos.application.client.access.ChangeMembers;
import io.agencyos.application.client.identity.AcceptInvitation;
import io.agencyos.application.client.identity.IdentityUseCases;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Member;
import io.agencyos.domain.client.identity.Membership;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a client, and taking up an invitation. Source: api 2, 9.2. */
public final class MemberRoutes implements RouteGroup {

    private static final String TAG = "People";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");
    private static final MemberView MEMBER = new MemberView(ID, "Sam Oduya", "sam@agency.example", Role.OWNER, WHEN, 1);

    private final IdentityUseCases identity;
    private final ChangeMembers members;

    public MemberRoutes(IdentityUseCases identity, ChangeMembers members) {
        this.identity = identity;
        this.members = members;
    }

    /**
     * A person with a role in this client.
     *
     * @param name the person's name
     * @param email the address that the member signs in with
     * @param role what the person may do at this client
     */
    public record MemberView(UUID id, String name, String email, Role role, Instant acceptedAt, int version) {}

    /**
     * Another role.
     *
     * @param role what the person may do at this client
     */
    public record RoleChange(Role role) {}

    /**
     * What an invited person without an account gives.
     *
     * @param password the password from now on: 12 characters or more, and none that many people use
     */
    public record SignUp(@Text(max = 100) String fullName, SecretText password, boolean acceptTerms) {}

    /**
     * What came of an invitation.
     *
     * @param role what the person may do at this client
     */
    public record Joined(UUID clientId, Role role) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/members", "The members of the client, by address or by when they joined")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .noKey()
                        .lists(MemberView.class, Sorting.of("email", "created_at", "-created_at"), MEMBER)
                        .handledBy(this::members),
                Route.patch(
                                Route.C + "/members/{id}",
                                "Gives a member another role; If-Match is its version as an ETag")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(RoleChange.class, new RoleChange(Role.ADMIN))
                        .answers(MemberView.class, MEMBER)
                        .problems(ProblemCode.LAST_OWNER, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::change),
                Route.delete(Route.C + "/members/{id}", "Ends a membership; the last owner stays")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .problems(ProblemCode.LAST_OWNER, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::remove),
                Route.post("/api/v1/me/invitations/{token}/accept", "Takes up an invitation of the own address")
                        .tag(TAG)
                        .signedIn()
                        .answers(Joined.class, new Joined(ID, Role.MEMBER))
                        .problems(ProblemCode.LINK_EXPIRED, ProblemCode.INVITATION_EMAIL_MISMATCH)
                        .handledBy(call -> joined(identity.acceptInvitation()
                                .accept(new SecretText(call.text("token")), call.principal(), call.origin()))),
                Route.post("/api/v1/auth/invitations/{token}/signup", "Takes up an invitation as a new user")
                        .tag(TAG)
                        .open()
                        .embeddedSignIn()
                        .body(SignUp.class, new SignUp("Kim Ng", new SecretText("correct horse battery"), true))
                        .answers(Joined.class, new Joined(ID, Role.MEMBER))
                        .problems(
                                ProblemCode.LINK_EXPIRED, ProblemCode.INVITATION_EMAIL_MISMATCH, ProblemCode.DUPLICATE)
                        .handledBy(this::signUp));
    }

    /** A twin has the members of its live client. */
    private Reply<Page<MemberView>> members(Call<None> call) {
        ClientId client = call.scope().clientId();
        ClientId live = call.principal().access().stream()
                .filter(access -> access.clientId().equals(client))
                .map(ClientAccess::twinOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(client);
        return Reply.ok(Pages.of(
                identity.listMembers().of(live),
                call.paging(),
                call.paging().sort().endsWith("created_at")
                        ? member -> member.membership().acceptedAt().toString()
                        : member -> member.user().email().key().value(),
                member -> member.user().id().value(),
                MemberRoutes::view));
    }

    static MemberView view(Member member) {
        return new MemberView(
                member.user().id().value(),
                member.user().fullName(),
                member.user().email().value(),
                member.membership().role(),
                member.membership().acceptedAt(),
                member.membership().version());
    }

    private Reply<MemberView> change(Call<RoleChange> call) {
        if (!call.body().role().isMembership()) {
            return Reply.invalid(List.of(FieldError.of("/role", "unknown_word", "Nobody is a member as this.")));
        }
        return changed(
                call,
                members.change(
                        call.scope(),
                        call.id("id", UserId::new),
                        call.expectedVersion(),
                        call.body().role(),
                        call.origin()),
                member -> Reply.ok(view(member)).version(member.membership().version()));
    }

    private Reply<None> remove(Call<None> call) {
        return changed(
                call,
                members.remove(call.scope(), call.id("id", UserId::new), call.origin()),
                member -> Reply.noContent());
    }

    private static <R> Reply<R> changed(
            Call<?> call, ChangeMembers.Outcome outcome, Function<@Nullable Member, Reply<R>> done) {
        return switch (outcome) {
            case ChangeMembers.Outcome.Changed(Optional<Member> member) -> done.apply(member.orElse(null));
            case ChangeMembers.Outcome.NotFound() -> Reply.notFound();
            case ChangeMembers.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
            case ChangeMembers.Outcome.LastOwner() ->
                Reply.refused(ProblemCode.LAST_OWNER, "Nobody else is an owner of this client.");
            case ChangeMembers.Outcome.NotEligible() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "A test twin has the members of its live client.");
            case ChangeMembers.Outcome.Stale(int current) ->
                Reply.refused(Problem.versionConflict(Optional.of(current)));
        };
    }

    private Reply<Joined> signUp(Call<SignUp> call) {
        if (!call.body().acceptTerms()) {
            return Reply.invalid(List.of(
                    FieldError.of("/accept_terms", "terms_not_accepted", "Nobody signs up without the terms.")));
        }
        return joined(identity.acceptInvitation()
                .signUp(
                        new SecretText(call.text("token")),
                        call.body().fullName(),
                        call.body().password(),
                        call.origin()));
    }

    private static Reply<Joined> joined(AcceptInvitation.Outcome outcome) {
        return switch (outcome) {
            case AcceptInvitation.Outcome.Joined(Membership membership) ->
                Reply.ok(new Joined(membership.clientId().value(), membership.role()));
            case AcceptInvitation.Outcome.LinkExpired() ->
                Reply.refused(ProblemCode.LINK_EXPIRED, "This invitation is used, taken back or too old.");
            case AcceptInvitation.Outcome.EmailMismatch() ->
                Reply.refused(ProblemCode.INVITATION_EMAIL_MISMATCH, "The invitation is for another address.");
            case AcceptInvitation.Outcome.UserExists() ->
                Reply.refused(ProblemCode.DUPLICATE, "Sign in with this address and accept the invitation then.");
            case AcceptInvitation.Outcome.WeakPassword(PasswordPolicy.Fault fault) ->
                Reply.invalid(List.of(
                        FieldError.of("/password", fault.wire(), "Another password is needed: 12 to 128 characters.")));
            case AcceptInvitation.Outcome.InvalidName() ->
                Reply.invalid(
                        List.of(FieldError.of("/full_name", "invalid_name", "A name has at most 100 characters.")));
        };
    }
}
