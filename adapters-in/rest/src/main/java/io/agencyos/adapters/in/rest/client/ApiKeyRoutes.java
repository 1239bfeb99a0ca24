package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.client.access.KeepApiKeys;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.identity.ApiKey;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.IpNetwork;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ApiKeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys of programs; no key reaches them. Source: api 2. */
public final class ApiKeyRoutes implements RouteGroup {

    private static final String TAG = "API keys";
    private static final String ALL = Route.C + "/api-keys";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000004");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");
    private static final KeyView EXAMPLE = new KeyView(
            ID,
            "Nightly sync",
            ClientMode.LIVE,
            List.of(KeyScope.READ, KeyScope.LEADS_WRITE),
            Role.MEMBER,
            "aos_live_6yW3q0_Ab12Cd34",
            List.of("203.0.113.0/24"),
            WHEN.plusSeconds(7_776_000),
            null,
            ID,
            false,
            WHEN);

    private final KeepApiKeys keys;

    public ApiKeyRoutes(KeepApiKeys keys) {
        this.keys = keys;
    }

    /**
     * A key, without what makes it one.
     *
     * @param name what colleagues call the key
     * @param mode whether the key reaches the client ({@code live}) or its test twin, where nothing reaches a real person
     * @param orphaned whether the person who made the key has no access to the client any more
     */
    public record KeyView(
            UUID id,
            String name,
            ClientMode mode,
            List<KeyScope> scopes,
            @Except("owner") Role roleCap,
            String prefix,
            List<String> allowedCidrs,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            UUID createdBy,
            boolean orphaned,
            Instant createdAt) {

        static KeyView of(ApiKey key, boolean orphaned) {
            return new KeyView(
                    key.id().value(),
                    key.name(),
                    key.mode(),
                    key.scopes().stream().sorted().toList(),
                    key.roleCap(),
                    key.prefix(),
                    key.networks().stream().map(IpNetwork::text).toList(),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    key.createdBy().value(),
                    orphaned,
                    key.createdAt());
        }
    }

    /**
     * The same with the whole text of the key, which is shown this once.
     *
     * @param key the key as it is listed from now on
     * @param secret the whole key, to be sent as a bearer token; shown this once
     */
    public record NewKeyView(KeyView key, SecretText secret) {}

    /**
     * What a key shall be.
     *
     * @param name what colleagues call the key
     * @param mode whether the key shall reach the client ({@code live}) or its test twin; null takes {@code live}
     */
    public record NewKey(
            @Text(max = 100) String name,
            @Nullable ClientMode mode,
            @Items(min = 1, max = 10) List<KeyScope> scopes,
            @Nullable @Except("owner") Role roleCap,
            @Nullable Instant expiresAt,

            @Nullable @Items(max = 20) List<String> allowedCidrs) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The keys of the client's programs")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .params(Param.flag("is_active", "Whether the key still opens anything, or has run out."))
                        .lists(KeyView.class, Sorting.of("created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Makes a key; its text is shown this once")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .showsSecret()
                        .body(
                                NewKey.class,
                                new NewKey("Nightly sync", ClientMode.LIVE, List.of(KeyScope.READ), null, null, null))
                        .answers(
                                201,
                                NewKeyView.class,
                                new NewKeyView(EXAMPLE, new SecretText("aos_live_6yW3q0_Ab12Cd34_…")))
                        .problems(ProblemCode.LIMIT_REACHED, ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::make),
                Route.delete(ALL + "/{id}", "Takes a key back, at once and for good")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .handledBy(this::revoke));
    }

    private Reply<Page<KeyView>> list(Call<None> call) {
        Boolean wanted = Params.flag(call.query(), "is_active");
        return Reply.ok(Pages.of(
                keys.list(call.scope()).stream()
                        .filter(listed -> wanted == null || wanted == listed.good())
                        .toList(),
                call.paging(),
                listed -> listed.key().createdAt().toString(),
                listed -> listed.key().id().value(),
                listed -> KeyView.of(listed.key(), listed.orphaned())));
    }

    private Reply<NewKeyView> make(Call<NewKey> call) {
        NewKey body = call.body();
        FieldErrors errors = new FieldErrors();
        Role cap = body.roleCap() == null ? Role.MEMBER : body.roleCap();
        List<IpNetwork> networks = networks(body.allowedCidrs() == null ? List.of() : body.allowedCidrs(), errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        KeepApiKeys.Wish wish = new KeepApiKeys.Wish(
                body.name(),
                body.mode() == null ? ClientMode.LIVE : body.mode(),
                EnumSet.copyOf(body.scopes()),
                cap,
                Optional.ofNullable(body.expiresAt()),
                networks);
        return switch (keys.make(call.scope(), wish, call.origin())) {
            case KeepApiKeys.Outcome.Made(ApiKey key, SecretText secret) ->
                Reply.created(call.path() + "/" + key.id().text(), new NewKeyView(KeyView.of(key, false), secret));
            case KeepApiKeys.Outcome.LimitReached(int current) ->
                Reply.refused(Problem.of(ProblemCode.LIMIT_REACHED, "A client has at most twenty good keys.")
                        .with("limit", KeepApiKeys.LIMIT)
                        .with("current", current));
            case KeepApiKeys.Outcome.NotEligible() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "Keys of a test twin are made at its live client.");
            case KeepApiKeys.Outcome.EndOutOfRange() ->
                Reply.invalid(
                        List.of(FieldError.of("/expires_at", "out_of_range", "A key ends within the next 365 days.")));
        };
    }

    private static List<IpNetwork> networks(List<String> texts, FieldErrors errors) {
        List<IpNetwork> networks = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<IpNetwork> network = IpNetwork.parse(texts.get(i));
            if (network.isEmpty()) {
                errors.add(
                        FieldError.of("/allowed_cidrs/" + i, "invalid_cidr", "A network is an address and its bits."));
            }
            network.ifPresent(networks::add);
        }
        return networks;
    }

    private Reply<None> revoke(Call<None> call) {
        return keys.revoke(call.scope(), call.id("id", ApiKeyId::new), call.origin())
                ? Reply.noContent()
                : Reply.notFound();
    }
}
