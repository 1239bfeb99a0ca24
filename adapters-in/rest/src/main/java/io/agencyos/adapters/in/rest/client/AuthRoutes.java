package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.CompleteSignIn;
import io.agencyos.application.client.identity.IdentityUseCases;
import io.agencyos.application.client.identity.SignIn;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.domain.shared.SecretText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in, staying signed in, signing out. Source: api 2. */
public final class AuthRoutes implements RouteGroup {

    private static final String TAG = "Sign-in";
    private static final TokensView EXAMPLE =
            new TokensView(new SecretText("eyJhbGciOi…"), 900, new SecretText("r1.Zm9v…"));
    private static final LoginView SIGNED_IN =
            new LoginView(new SecretText("eyJhbGciOi…"), 900L, new SecretText("r1.Zm9v…"), false, null, List.of());
    private static final Content KEYS = new Content("application/json", "{\"keys\":[]}");

    private final IdentityUseCases identity;
    private final CompleteSignIn completeSignIn;
    private final AccessTokens accessTokens;
    private final Config config;

    public AuthRoutes(
            IdentityUseCases identity, CompleteSignIn completeSignIn, AccessTokens accessTokens, Config config) {
        this.identity = identity;
        this.completeSignIn = completeSignIn;
        this.config = config;
        this.accessTokens = accessTokens;
    }

    /**
     * Address and password.
     *
     * @param email the address that the person signs in with
     * @param password the person's password
     */
    public record Login(@Text(max = 254) String email, SecretText password) {}

    /**
     * The second half of a sign-in.
     *
     * @param mfaToken what the sign-in answered, to be sent back with the code
     * @param code a code of the second factor, or a recovery code
     */
    public record Code(SecretText mfaToken, @Text(max = 64) String code) {}

    /**
     * Tokens, or what is needed before there are any.
     *
     * @param accessToken sent as a bearer token with every request; null while a second factor is wanted
     * @param refreshToken buys the next access token, once; null while a second factor is wanted
     * @param mfaToken what the code of the second factor is sent with; good for five minutes, once; null where
     *     no second factor is wanted
     * @param methods what is taken as code
     */
    public record LoginView(
            @Nullable SecretText accessToken,
            @Nullable Long expiresIn,
            @Nullable SecretText refreshToken,
            boolean mfaRequired,
            @Nullable SecretText mfaToken,
            List<String> methods) {

        static LoginView of(Tokens tokens) {
            return new LoginView(
                    tokens.accessToken(),
                    tokens.expiresIn().toSeconds(),
                    tokens.refreshToken(),
                    false,
                    null,
                    List.of());
        }

        static LoginView half(SecretText mfaToken, boolean byMail) {
            List<String> methods = byMail ? List.of("email_code") : List.of("totp", "recovery_code");
            return new LoginView(null, null, null, true, mfaToken, methods);
        }
    }

    /**
     * A refresh token, good for one use.
     *
     * @param refreshToken the token that the sign-in or the last refresh gave; it counts once
     */
    public record Refresh(SecretText refreshToken) {}

    /**
     * The next access token and the next refresh token.
     *
     * @param accessToken sent as a bearer token with every request; it lives for minutes
     * @param expiresIn life of the access token in seconds
     * @param refreshToken buys the next access token, once; using one twice ends the sign-in
     */
    public record TokensView(SecretText accessToken, long expiresIn, SecretText refreshToken) {

        static TokensView of(Tokens tokens) {
            return new TokensView(tokens.accessToken(), tokens.expiresIn().toSeconds(), tokens.refreshToken());
        }
    }

    /**
     * How people sign in here.
     *
     * @param mode {@code embedded} or {@code external}
     * @param issuer who issues the tokens that are taken, where that is an identity provider outside; null where it is not
     * @param authorizationUrl where people sign in there, where it is known; null where it is not
     */
    public record Config(
            String mode,
            @Nullable String issuer,
            @Nullable String authorizationUrl,
            boolean selfSignup,
            boolean googleEnabled) {

        /** The product signs people in itself. */
        public static Config embedded(boolean selfSignUp) {
            return new Config("embedded", null, null, selfSignUp, false);
        }

        /** An identity provider outside does. */
        public static Config external(String issuer, @Nullable String authorizationUrl, boolean selfSignUp) {
            return new Config("external", issuer, authorizationUrl, selfSignUp, false);
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/api/v1/auth/config", "How people sign in here")
                        .tag(TAG)
                        .open()
                        .answers(Config.class, config)
                        .handledBy(call -> Reply.ok(config)),
                Route.post("/api/v1/auth/login", "Signs in with address and password")
                        .tag(TAG)
                        .open()
                        .embeddedSignIn()
                        .limited(RateLimit.SIGN_IN)
                        .body(Login.class, new Login("sam@agency.example", new SecretText("correct horse battery")))
                        .answers(LoginView.class, SIGNED_IN)
                        .problems(ProblemCode.BAD_CREDENTIALS)
                        .handledBy(this::login),
                Route.post("/api/v1/auth/mfa", "Ends a sign-in that needs a code, too")
                        .tag(TAG)
                        .open()
                        .embeddedSignIn()
                        .limited(RateLimit.SIGN_IN)
                        .body(Code.class, new Code(new SecretText("m1.Zm9v…"), "492039"))
                        .answers(TokensView.class, EXAMPLE)
                        .problems(ProblemCode.BAD_CREDENTIALS)
                        .handledBy(this::complete),
                Route.post("/api/v1/auth/refresh", "Changes a refresh token for new tokens; each is good for one use")
                        .tag(TAG)
                        .open()
                        .embeddedSignIn()
                        .body(Refresh.class, new Refresh(new SecretText("r1.Zm9v…")))
                        .answers(TokensView.class, EXAMPLE)
                        .problems(ProblemCode.TOKEN_INVALID)
                        .handledBy(this::refresh),
                Route.post("/api/v1/auth/logout", "Ends this sign-in")
                        .tag(TAG)
                        .signedIn()
                        .handledBy(this::logout),
                Route.get("/.well-known/jwks.json", "The public keys of access tokens")
                        .tag(TAG)
                        .open()
                        .cacheable()
                        .answers(Content.class, KEYS)
                        .handledBy(call -> Reply.ok(new Content(KEYS.mediaType(), accessTokens.publicKeySet()))));
    }

    private Reply<TokensView> complete(Call<Code> call) {
        return completeSignIn
                .complete(call.body().mfaToken(), call.body().code(), call.origin())
                .<Reply<TokensView>>map(tokens -> Reply.ok(TokensView.of(tokens)))
                .orElseGet(() -> Reply.refused(
                        Problem.of(ProblemCode.BAD_CREDENTIALS, "The code is wrong, or the sign-in has to begin anew.")
                                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_grant\"")));
    }

    private Reply<LoginView> login(Call<Login> call) {
        SignIn.Request request =
                new SignIn.Request(call.body().email(), call.body().password(), call.origin());
        return switch (identity.signIn().signIn(request)) {
            case SignIn.Outcome.SignedIn(Tokens tokens) -> Reply.ok(LoginView.of(tokens));
            case SignIn.Outcome.CodeNeeded(SecretText mfaToken, boolean byMail) ->
                Reply.ok(LoginView.half(mfaToken, byMail));
            case SignIn.Outcome.BadCredentials() ->
                Reply.refused(Problem.of(ProblemCode.BAD_CREDENTIALS, "Address or password is wrong.")
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_grant\""));
            case SignIn.Outcome.Throttled(Duration retryAfter) ->
                Reply.refused(Problem.of(ProblemCode.RATE_LIMITED, "Too many failed attempts.")
                        .with("retry_after_s", retryAfter.toSeconds())
                        .retryAfter(retryAfter.toSeconds()));
        };
    }

    private Reply<TokensView> refresh(Call<Refresh> call) {
        Optional<Tokens> tokens = identity.refreshSession().refresh(call.body().refreshToken(), call.origin());
        return tokens.<Reply<TokensView>>map(fresh -> Reply.ok(TokensView.of(fresh)))
                .orElseGet(() ->
                        Reply.refused(Problem.of(ProblemCode.TOKEN_INVALID, "This refresh token is not valid any more.")
                                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
    }

    private Reply<None> logout(Call<None> call) {
        identity.signOut().signOut(call.principal(), call.origin());
        return Reply.noContent();
    }
}
