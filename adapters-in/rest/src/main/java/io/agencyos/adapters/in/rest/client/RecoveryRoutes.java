package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteBuilder;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.AcceptInvitation;
import io.agencyos.application.client.identity.AccountUseCases;
import io.agencyos.application.client.identity.ProveAddress;
import io.agencyos.application.client.identity.RecoverPassword;
import io.agencyos.application.client.identity.SetUpPlatform;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways in for who has no sign-in: links by e-mail, signing up, and the first start. Source: api 2. */
public final class RecoveryRoutes implements RouteGroup {

    private static final String TAG = "Sign-in";
    private static final int ACCEPTED = 202;
    private static final int CREATED = 201;
    private static final Address ADDRESS = new Address("sam@agency.example");
    private static final SecretText TOKEN = new SecretText("p7Jw…");
    private static final SecretText PASSWORD = new SecretText("correct horse battery");

    private final RecoverPassword passwords;
    private final ProveAddress addresses;
    private final SetUpPlatform setUp;
    private final AcceptInvitation invitations;

    public RecoveryRoutes(AccountUseCases accounts, AcceptInvitation invitations) {
        this.passwords = accounts.recoverPassword();
        this.addresses = accounts.addresses();
        this.setUp = accounts.setUp();
        this.invitations = invitations;
    }

    /**
     * Somebody's address.
     *
     * @param email the address that the person signs in with
     */
    public record Address(@Text(max = 254) String email) {}

    /** The token of a link. */
    public record Link(SecretText token) {}

    /** Another password, by the token of a link. */
    public record NewPassword(SecretText token, SecretText newPassword) {}

    /**
     * Somebody who wants an account and a client of the own.
     *
     * @param email the address that the person signs in with
     * @param password the password from now on: 12 characters or more, and none that many people use
     */
    public record SignUp(
            @Text(max = 100) String fullName,
            @Text(max = 200) String companyName,
            @Text(max = 254) String email,
            SecretText password,
            boolean acceptTerms) {}

    /**
     * The first of the platform's staff.
     *
     * @param setupCode the code that the server's log shows while there is nobody
     * @param email the address that the person signs in with
     * @param password the password from now on: 12 characters or more, and none that many people use
     */
    public record SetUp(
            SecretText setupCode,
            @Text(max = 100) String fullName,
            @Text(max = 254) String email,
            SecretText password) {}

    /** What was made. */
    public record Made(UUID id) {}

    /**
     * An invitation as whoever has its link sees it.
     *
     * @param role what the person may do once the invitation is accepted
     * @param email where the invitation is sent; only an account of this address can accept it
     */
    public record Offer(String clientName, @Nullable String inviterName, Role role, String email, boolean userExists) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                open(
                                "/api/v1/auth/password-reset-requests",
                                "Sends a link to set a new password, if there is such a person")
                        .body(Address.class, ADDRESS)
                        .answers(ACCEPTED, None.class, None.NONE)
                        .handledBy(call -> withAddress(call.body().email(), email -> {
                            passwords.request(email, call.origin());
                            return accepted();
                        })),
                open("/api/v1/auth/password-resets", "Sets a password anew by the link; every sign-in ends")
                        .body(NewPassword.class, new NewPassword(TOKEN, PASSWORD))
                        .problems(ProblemCode.LINK_EXPIRED)
                        .handledBy(this::reset),
                open("/api/v1/auth/signup", "Sends a link that opens an account and a client")
                        .idempotent()
                        .body(SignUp.class, new SignUp("Sam Oduya", "Northlight", "sam@agency.example", PASSWORD, true))
                        .answers(ACCEPTED, None.class, None.NONE)
                        .problems(ProblemCode.NOT_FOUND)
                        .handledBy(this::signUp),
                open(
                                "/api/v1/auth/email-verification-requests",
                                "Sends the link of a sign-up once more, if there is one")
                        .body(Address.class, ADDRESS)
                        .answers(ACCEPTED, None.class, None.NONE)
                        .handledBy(call -> withAddress(call.body().email(), email -> {
                            addresses.again(email);
                            return accepted();
                        })),
                open("/api/v1/auth/email-verifications", "Proves an address by the link")
                        .body(Link.class, new Link(TOKEN))
                        .problems(ProblemCode.LINK_EXPIRED)
                        .handledBy(call -> switch (addresses.prove(call.body().token(), call.origin())) {
                            case DONE -> Reply.noContent();
                            case LINK_EXPIRED -> expired();
                        }),
                open("/api/v1/auth/setup", "Makes the first of the platform's staff, by the code of the first start")
                        .body(SetUp.class, new SetUp(TOKEN, "Kim Tran", "staff@agency.example", PASSWORD))
                        .answers(CREATED, Made.class, new Made(UUID.fromString("019baaaa-0000-7000-8000-000000000001")))
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.DUPLICATE)
                        .handledBy(this::setUp),
                Route.get("/api/v1/auth/invitations/{token}", "What an invitation offers")
                        .tag(TAG)
                        .open()
                        .answers(
                                Offer.class,
                                new Offer("Northlight", "Sam Oduya", Role.MEMBER, "kim@agency.example", false))
                        .problems(ProblemCode.LINK_EXPIRED)
                        .handledBy(this::offer));
    }

    private static RouteBuilder<None, None> open(String path, String summary) {
        return Route.post(path, summary).tag(TAG).open().embeddedSignIn().limited(RateLimit.SIGN_IN);
    }

    private static Reply<None> accepted() {
        return Reply.noContent().status(ACCEPTED);
    }

    private static <R> Reply<R> expired() {
        return Reply.refused(ProblemCode.LINK_EXPIRED, "This link is used or too old.");
    }

    static <R> Reply<R> withAddress(String text, Function<EmailAddress, Reply<R>> then) {
        return switch (EmailAddress.parse(text)) {
            case Result.Ok<EmailAddress, InputProblem>(EmailAddress email) -> then.apply(email);
            case Result.Err<EmailAddress, InputProblem>(InputProblem wrong) ->
                Reply.invalid(List.of(FieldError.of("/email", wrong.code(), wrong.reason())));
        };
    }

    static <R> Reply<R> weak(String pointer, PasswordPolicy.Fault fault) {
        return Reply.invalid(
                List.of(FieldError.of(pointer, fault.wire(), "Another password is needed: 12 to 128 characters.")));
    }

    private Reply<None> reset(Call<NewPassword> call) {
        return switch (passwords.reset(call.body().token(), call.body().newPassword(), call.origin())) {
            case RecoverPassword.Outcome.Reset done -> Reply.noContent();
            case RecoverPassword.Outcome.LinkExpired() -> expired();
            case RecoverPassword.Outcome.WeakPassword(PasswordPolicy.Fault fault) -> weak("/new_password", fault);
        };
    }

    private Reply<None> signUp(Call<SignUp> call) {
        SignUp body = call.body();
        if (!body.acceptTerms()) {
            return Reply.invalid(List.of(
                    FieldError.of("/accept_terms", "terms_not_accepted", "Nobody signs up without the terms.")));
        }
        return withAddress(body.email(), email -> switch (addresses.signUp(
                new ProveAddress.SignUp(body.fullName(), body.companyName(), email, body.password()), call.origin())) {
            case ProveAddress.Asked.Accepted() -> accepted();
            case ProveAddress.Asked.WeakPassword(PasswordPolicy.Fault fault) -> weak("/password", fault);
            case ProveAddress.Asked.SwitchedOff(), ProveAddress.Asked.WrongPassword() -> Reply.notFound();
        });
    }

    private Reply<Made> setUp(Call<SetUp> call) {
        SetUp body = call.body();
        return withAddress(body.email(), email -> switch (setUp.complete(
                body.setupCode(), body.fullName(), email, body.password(), call.origin())) {
            case SetUpPlatform.Outcome.Made(UserId user) -> Reply.created("/api/v1/me", new Made(user.value()));
            case SetUpPlatform.Outcome.NotFound() -> Reply.notFound();
            case SetUpPlatform.Outcome.WeakPassword(PasswordPolicy.Fault fault) -> weak("/password", fault);
            case SetUpPlatform.Outcome.AddressTaken() ->
                Reply.refused(ProblemCode.DUPLICATE, "Somebody has this address.");
        });
    }

    private Reply<Offer> offer(Call<None> call) {
        return invitations
                .look(new SecretText(call.text("token")))
                .<Reply<Offer>>map(offer -> Reply.ok(new Offer(
                        offer.clientName(),
                        offer.inviterName(),
                        offer.role(),
                        offer.email().value(),
                        offer.userExists())))
                .orElseGet(RecoveryRoutes::expired);
    }
}
