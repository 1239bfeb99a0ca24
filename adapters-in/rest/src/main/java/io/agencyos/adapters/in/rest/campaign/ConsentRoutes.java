package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.DeclareConsent;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The declaration without which no campaign starts. Source: api 9.4, outreach 6.4. */
public final class ConsentRoutes implements RouteGroup {

    private static final String PATH = CampaignRoutes.CAMPAIGN + "/consent-declaration";

    private final CampaignUseCases use;

    public ConsentRoutes(CampaignUseCases use) {
        this.use = use;
    }

    /**
     * Who signed which text, when.
     *
     * @param version which version of the text it is
     * @param acceptedBy who accepted it
     */
    public record Signed(int version, String textHash, UUID acceptedBy, Instant acceptedAt) {

        static Signed of(ConsentDeclaration declaration) {
            return new Signed(
                    declaration.textVersion(),
                    declaration.textHash(),
                    declaration.acceptedBy().value(),
                    declaration.acceptedAt());
        }
    }

    /**
     * The text of now, and the newest signature under any text.
     *
     * @param version which version of the text it is
     * @param text the whole text that is to be accepted
     * @param signed the newest signature; null where nobody has signed
     */
    public record Declaration(
            int version, String text, @Nullable Signed signed) {

        static final Declaration EXAMPLE = new Declaration(
                ConsentText.CURRENT.version(),
                ConsentText.CURRENT.text(),
                new Signed(
                        ConsentText.CURRENT.version(),
                        ConsentText.CURRENT.hash(),
                        UUID.fromString("019baaaa-0000-7000-8000-000000000003"),
                        Instant.parse("2026-03-02T00:00:00Z")));

        static Declaration of(@Nullable ConsentDeclaration signed) {
            return new Declaration(
                    ConsentText.CURRENT.version(),
                    ConsentText.CURRENT.text(),
                    signed == null ? null : Signed.of(signed));
        }
    }

    /**
     * A signature.
     *
     * @param version which version of the text it is
     */
    public record Acceptance(int version, boolean accept) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(PATH, "The declaration text, and who signed")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(Declaration.class, Declaration.EXAMPLE)
                        .handledBy(this::show),
                Route.post(PATH, "Sign the declaration")
                        .tag(CampaignRoutes.TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(Acceptance.class, new Acceptance(ConsentText.CURRENT.version(), true))
                        .answers(201, Declaration.class, Declaration.EXAMPLE)
                        .handledBy(this::declare));
    }

    private Reply<Declaration> show(Call<None> call) {
        return use.showConsent()
                .of(call.scope(), call.id("id", CampaignId::new))
                .<Reply<Declaration>>map(standing -> Reply.ok(Declaration.of(standing.signed())))
                .orElseGet(Reply::notFound);
    }

    private Reply<Declaration> declare(Call<Acceptance> call) {
        if (!call.body().accept()) {
            return Reply.invalid(List.of(FieldError.of("/accept", "required", "Signing means accepting.")));
        }
        return switch (use.declareConsent()
                .declare(
                        call.scope(),
                        call.id("id", CampaignId::new),
                        call.body().version(),
                        call.origin())) {
            case DeclareConsent.Outcome.Declared(ConsentDeclaration declaration) ->
                Reply.created(call.path(), Declaration.of(declaration));
            case DeclareConsent.Outcome.AlreadyDeclared(ConsentDeclaration declaration) ->
                Reply.created(call.path(), Declaration.of(declaration));
            case DeclareConsent.Outcome.OtherText(ConsentText current) ->
                Reply.invalid(List.of(FieldError.of(
                        "/version", "unknown_version", "The text of now has version " + current.version() + ".")));
            case DeclareConsent.Outcome.NotFound missing -> Reply.notFound();
            case DeclareConsent.Outcome.RoleRequired(Role required) -> Campaigning.roleRequired(call, required);
        };
    }
}
