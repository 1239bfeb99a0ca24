package io.agencyos.adapters.in.rest.client;

import static io.agencyos.adapters.in.rest.client.RecoveryRoutes.weak;
import static io.agencyos.adapters.in.rest.client.RecoveryRoutes.withAddress;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.AccountUseCases;
import io.agencyos.application.client.identity.ChangePassword;
import io.agencyos.application.client.identity.KeepSecondFactor;
import io.agencyos.application.client.identity.ProveAddress;
import io.agencyos.application.client.identity.session.ManageSessions;
import io.agencyos.domain.client.identity.PasswordPolicy;
import io.agencyos.domain.client.identity.SignedInSession;
import io.agencyos.domain.platform.IpAddress;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's own account: password, address, sign-ins, second factor. Source: api 2. */
public final class AccountRoutes implements RouteGroup {

    private static final String TAG = "Own account";
    private static final String TOTP = "/api/v1/me/mfa/totp";
    private static final int ACCEPTED = 202;
    private static final SecretText PASSWORD = new SecretText("correct horse battery");

    private final ManageSessions sessions;
    private final ChangePassword passwords;
    private final ProveAddress addresses;
    private final KeepSecondFactor secondFactor;

    public AccountRoutes(AccountUseCases accounts) {
        sessions = accounts.sessions();
        passwords = accounts.changePassword();
        addresses = accounts.addresses();
        secondFactor = accounts.secondFactor();
    }

    /**
     * Another password, and the present one.
     *
     * @param current the password until now
     * @param new_ the password from now on: 12 characters or more, and none that many people use
     */
    public record PasswordChange(SecretText current, SecretText new_) {}

    /**
     * Another address to sign in with; it counts once the link sent there is followed.
     *
     * @param password the person's password, given once more to be sure who asks
     */
    public record EmailChange(
            SecretText password, @Text(max = 254) String newEmail) {}

    /**
     * The proof that the device was set up.
     *
     * @param code six digits of the device that was just set up
     */
    public record FirstCode(@Text(max = 64) String code) {}

    /**
     * The end of the second factor.
     *
     * @param password the person's password, given once more to be sure who asks
     * @param code a code of the second factor, or a recovery code
     */
    public record Removal(
            SecretText password, @Text(max = 64) String code) {}

    /**
     * What a device is given, shown once.
     *
     * @param secret what the device computes its codes from, for typing where a picture cannot be read; shown this once
     * @param otpauthUri the same as an address, to be shown as a picture; shown this once
     */
    public record Enrolment(SecretText secret, SecretText otpauthUri) {}

    /** Each stands in for the device once; shown once. */
    public record Recovery(List<SecretText> recoveryCodes) {}

    /**
     * Somewhere the person is signed in.
     *
     * @param device what the program said of itself; null where it said nothing
     * @param ip the address that it was last used from; null where unknown
     * @param current the one that asks
     */
    public record SessionView(
            UUID id,
            @Nullable String device,
            @Nullable String ip,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean secondFactor,
            boolean current) {

        static final SessionView EXAMPLE = new SessionView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                "curl/8.9",
                "203.0.113.7",
                Instant.parse("2026-01-23T02:15:04.120Z"),
                Instant.parse("2026-01-30T02:15:04.120Z"),
                false,
                true);

        static SessionView of(SignedInSession session, SessionId current) {
            IpAddress ip = session.ip();
            return new SessionView(
                    session.family().value(),
                    session.userAgent(),
                    ip == null ? null : ip.text(),
                    session.lastSeenAt(),
                    session.expiresAt(),
                    session.secondFactor(),
                    session.family().equals(current));
        }
    }

    /**
     * Everywhere the person is signed in.
     *
     * @param items where the person is signed in
     */
    public record Sessions(List<SessionView> items) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/api/v1/me/password", "Sets another password; other sign-ins end")
                        .tag(TAG)
                        .signedIn()
                        .embeddedSignIn()
                        .limited(RateLimit.SIGN_IN)
                        .body(
                                PasswordChange.class,
                                new PasswordChange(PASSWORD, new SecretText("another horse, another staple")))
                        .handledBy(this::changePassword),
                Route.post("/api/v1/me/email-changes", "Sends a link to another address, which takes over with it")
                        .tag(TAG)
                        .signedIn()
                        .embeddedSignIn()
                        .limited(RateLimit.SIGN_IN)
                        .body(EmailChange.class, new EmailChange(PASSWORD, "sam@northlight.example"))
                        .answers(ACCEPTED, None.class, None.NONE)
                        .handledBy(this::changeEmail),
                Route.get("/api/v1/me/sessions", "Where the person is signed in, the last seen first")
                        .tag(TAG)
                        .signedIn()
                        .answers(Sessions.class, new Sessions(List.of(SessionView.EXAMPLE)))
                        .handledBy(call -> Reply.ok(new Sessions(sessions.list(call.principal()).stream()
                                .map(session ->
                                        SessionView.of(session, call.principal().family()))
                                .toList()))),
                Route.delete("/api/v1/me/sessions/{id}", "Ends a sign-in, at once and everywhere")
                        .tag(TAG)
                        .signedIn()
                        .handledBy(call -> sessions.end(call.principal(), call.id("id", SessionId::new), call.origin())
                                ? Reply.noContent()
                                : Reply.notFound()),
                Route.post(TOTP, "Begins a second factor; a first code confirms it")
                        .tag(TAG)
                        .signedIn()
                        .embeddedSignIn()
                        .answers(
                                Enrolment.class,
                                new Enrolment(new SecretText("JBSWY3DP…"), new SecretText("otpauth://totp/…")))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::begin),
                Route.post(TOTP + "/confirm", "Confirms the second factor, which is asked for from now on")
                        .tag(TAG)
                        .signedIn()
                        .embeddedSignIn()
                        .limited(RateLimit.SIGN_IN)
                        .body(FirstCode.class, new FirstCode("492039"))
                        .answers(Recovery.class, new Recovery(List.of(new SecretText("mfrggzdfmztwq2lk"))))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::confirm),
                Route.post(TOTP + "/remove", "Takes the second factor away")
                        .tag(TAG)
                        .signedIn()
                        .embeddedSignIn()
                        .limited(RateLimit.SIGN_IN)
                        .body(Removal.class, new Removal(PASSWORD, "492039"))
                        .handledBy(this::remove));
    }

    private static <R> Reply<R> wrongPassword(String pointer) {
        return Reply.invalid(List.of(FieldError.of(pointer, "wrong_password", "This is not the present password.")));
    }

    private static <R> Reply<R> wrongCode() {
        return Reply.invalid(List.of(FieldError.of("/code", "wrong_code", "The device shows another code by now.")));
    }

    private Reply<None> changePassword(Call<PasswordChange> call) {
        return switch (passwords.change(
                call.principal(), call.body().current(), call.body().new_(), call.origin())) {
            case ChangePassword.Outcome.Changed done -> Reply.noContent();
            case ChangePassword.Outcome.WrongPassword() -> wrongPassword("/current");
            case ChangePassword.Outcome.WeakPassword(PasswordPolicy.Fault fault) -> weak("/new", fault);
        };
    }

    private Reply<None> changeEmail(Call<EmailChange> call) {
        return withAddress(call.body().newEmail(), email -> switch (addresses.changeEmail(
                call.principal(), call.body().password(), email, call.origin())) {
            case ProveAddress.Asked.Accepted() -> Reply.noContent().status(ACCEPTED);
            case ProveAddress.Asked.WrongPassword() -> wrongPassword("/password");
            case ProveAddress.Asked.WeakPassword(PasswordPolicy.Fault fault) -> weak("/password", fault);
            case ProveAddress.Asked.SwitchedOff() -> Reply.notFound();
        });
    }

    private Reply<Enrolment> begin(Call<None> call) {
        return secondFactor
                .begin(call.principal())
                .<Reply<Enrolment>>map(begun -> Reply.ok(new Enrolment(begun.secret(), begun.uri())))
                .orElseGet(() -> Reply.refused(ProblemCode.NOT_ELIGIBLE, "Take the one in force away first."));
    }

    private Reply<Recovery> confirm(Call<FirstCode> call) {
        return switch (secondFactor.confirm(call.principal(), call.body().code(), call.origin())) {
            case KeepSecondFactor.Confirmed.On(List<SecretText> codes) -> Reply.ok(new Recovery(codes));
            case KeepSecondFactor.Confirmed.WrongCode() -> wrongCode();
            case KeepSecondFactor.Confirmed.NothingBegun() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "No second factor waits for a first code.");
        };
    }

    private Reply<None> remove(Call<Removal> call) {
        return switch (secondFactor.remove(
                call.principal(), call.body().password(), call.body().code(), call.origin())) {
            case DONE -> Reply.noContent();
            case WRONG_PASSWORD -> wrongPassword("/password");
            case WRONG_CODE -> wrongCode();
        };
    }
}
