package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Pages;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.platform.vendor.InboundHookView;
import io.agencyos.application.platform.vendor.KeepInboundHooks;
import io.agencyos.application.platform.vendor.KeepInboundHooks.Listed;
import io.agencyos.application.platform.vendor.KeepInboundHooks.Rotated;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses to which vendors push for a client. Source: api 10.1. */
public final class InboundHookRoutes implements RouteGroup {

    private static final String ALL = Route.C + "/inbound-hooks";
    private static final String ID = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String ADDRESS = "https://os.agency.example/api/v1/hooks/postbox/" + ID;
    private static final Instant WHEN = Instant.parse("2026-03-02T00:10:00Z");
    private static final InboundHook EXAMPLE =
            new InboundHook(ID, "postbox", ADDRESS, InboundHookView.Verification.SECRET, true, WHEN, null, WHEN, null);
    private static final Rotation ROTATION =
            new Rotation("postbox", List.of(new NewHook(ID, "replied", ADDRESS, new SecretText("whsec_…"))), WHEN);

    private final KeepInboundHooks hooks;

    public InboundHookRoutes(KeepInboundHooks hooks) {
        this.hooks = hooks;
    }

    /**
     * A hook, without its secret.
     *
     * @param address where the vendor pushes to; null where this installation has no public address any more
     * @param verification how a delivery proves that it comes from the vendor: by knowing the address, or a secret
     * @param active whether its deliveries count now
     * @param endsAt when they count no more because another hook took its place; null while none did
     * @param silentSince since when it has brought nothing, once that is a day; null where it brings something
     */
    public record InboundHook(
            String id,
            String vendor,
            @Nullable String address,
            InboundHookView.Verification verification,
            boolean active,
            Instant createdAt,
            @Nullable Instant endsAt,
            @Nullable Instant lastEventAt,
            @Nullable Instant silentSince) {

        static InboundHook of(InboundHookView hook) {
            return new InboundHook(
                    hook.id(),
                    hook.vendor(),
                    hook.address() == null ? null : hook.address().toString(),
                    hook.verification(),
                    hook.active(),
                    hook.madeAt(),
                    hook.endsAt(),
                    hook.lastEventAt(),
                    hook.silentSince());
        }
    }

    /**
     * A hook that took the place of another.
     *
     * @param type the vendor's word for what it is told
     * @param address where the vendor is to push; secret where it proves the vendor
     * @param secret shown this once; null where the address is the proof, or a key of the account is
     */
    public record NewHook(
            String id,
            String type,
            String address,
            @Nullable SecretText secret) {

        static NewHook of(KeepInboundHooks.NewHook hook) {
            return new NewHook(hook.id(), hook.type(), hook.address().toString(), hook.secret());
        }
    }

    /**
     * What came of replacing.
     *
     * @param hooks all hooks of the account; the vendor pushes to them already
     * @param oldValidUntil until when what goes to the old ones counts too
     */
    public record Rotation(String vendor, List<NewHook> hooks, Instant oldValidUntil) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The addresses to which vendors push for the client")
                        .tag(IntegrationRoutes.TAG)
                        .role(Role.ADMIN)
                        .noKey()
                        .params(
                                Param.flag("include_inactive", "Also those that are believed no more."),
                                Param.flag("is_active", "Those that are believed, or those that are no more, alone."))
                        .lists(InboundHook.class, Sorting.of("created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{hook}/rotate", "New hooks at the vendor; the old ones count for a day more")
                        .tag(IntegrationRoutes.TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .showsSecret()
                        .answers(Rotation.class, ROTATION)
                        .problems(IntegrationRoutes.VENDOR_TROUBLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::rotate));
    }

    private Reply<Page<InboundHook>> list(Call<None> call) {
        boolean all = call.query().flag("include_inactive");
        Boolean wanted = Params.flag(call.query(), "is_active");
        return switch (hooks.list(call.scope())) {
            case Listed.Hooks(List<InboundHookView> known) ->
                Reply.ok(Pages.of(
                        known.stream()
                                .filter(hook -> wanted == null ? all || hook.active() : wanted == hook.active())
                                .toList(),
                        call.paging(),
                        hook -> hook.madeAt().toString(),
                        hook -> UUID.nameUUIDFromBytes(hook.id().getBytes(StandardCharsets.US_ASCII)),
                        InboundHook::of));
            case Listed.RoleRequired(Role required) -> IntegrationRoutes.roleRequired(call, required);
        };
    }

    private Reply<Rotation> rotate(Call<None> call) {
        return switch (hooks.rotate(call.scope(), call.text("hook"), call.origin())) {
            case Rotated.Done(String vendor, List<KeepInboundHooks.NewHook> made, Instant until) ->
                Reply.ok(new Rotation(vendor, made.stream().map(NewHook::of).toList(), until));
            case Rotated.NotFound none -> Reply.notFound();
            case Rotated.EndsAlready(Instant at) ->
                Reply.refused(
                        ProblemCode.INVALID_TRANSITION, "Another hook took its place; this one ends at " + at + ".");
            case Rotated.NoPublicAddress none ->
                Reply.refused(ProblemCode.INVALID_TRANSITION, "This installation has no public address to push to.");
            case Rotated.Refused(VendorFailure failure) -> IntegrationRoutes.vendorTrouble(failure);
            case Rotated.RoleRequired(Role required) -> IntegrationRoutes.roleRequired(call, required);
        };
    }
}
