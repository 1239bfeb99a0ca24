package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Elsewhere;
import io.agencyos.adapters.out.sandbox.world.Reactions;
import io.agencyos.adapters.out.sandbox.world.World;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The vendor: its workspaces and everything that its routes share. */
public final class Salesforge {

    /** Path under which the core answers, followed by the vendor's own paths. */
    public static final String CORE = "/salesforge/public/v2";

    /** Path under which Warmforge answers. */
    public static final String WARMFORGE = "/warmforge/public/v1";

    static final String WS = CORE + "/workspaces/{ws}";

    final World world;
    final SalesforgeSettings settings;
    final WebhookSender webhooks;
    final DeliveryLoop loop;
    private Elsewhere elsewhere = Elsewhere.NOWHERE;
    String baseUrl = "";
    final Map<String, Workspace> workspaces = new LinkedHashMap<>();

    public Salesforge(World world, Reactions reactions, Faults faults, SalesforgeSettings settings) {
        this.world = world;
        this.settings = settings;
        this.webhooks = new WebhookSender(world, faults);
        this.loop = new DeliveryLoop(world, reactions, faults, settings, webhooks, () -> elsewhere);
    }

    /** By what people answer who answer by something else than mail. */
    public void answeredElsewhere(Elsewhere channel) {
        elsewhere = channel;
    }

    /** Where the server answers, for links that it gives out. */
    public void publishAt(String url) {
        baseUrl = url;
    }

    /** Registers every route of the subset. */
    public void register(Router router) {
        new AccountRoutes(this).register(router);
        new ContactRoutes(this).register(router);
        new SequenceRoutes(this).register(router);
        new MailboxRoutes(this).register(router);
        new ThreadRoutes(this).register(router);
        new HookRoutes(this).register(router);
        new WarmforgeRoutes(this).register(router);
    }

    /** Whether a request may come in: the core wants the raw key, Warmforge takes it with or without Bearer. */
    public boolean admits(Request request, String authorization) {
        boolean raw = authorization.equals(settings.apiKey());
        return request.rawPath().startsWith(WARMFORGE)
                ? raw || authorization.equals("Bearer " + settings.apiKey())
                : raw;
    }

    /** Sets a mailbox's state by hand, as a provider that revokes access would. */
    public void setMailboxStatus(String address, String status, String reason) {
        Mailbox mailbox = workspaces.values().stream()
                .flatMap(workspace -> workspace.mailboxAt(address).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "mailbox not found"));
        mailbox.status = status;
        mailbox.disconnectReason = reason;
    }

    /** Whoever was written to last at this address answers now, whatever chance had in store. */
    public void answer(String address, ReplyIntent intent, String text) {
        Answered last = workspaces.values().stream()
                .flatMap(
                        workspace -> workspace.enrolments.stream().map(enrolment -> new Answered(workspace, enrolment)))
                .filter(one -> one.enrolment().sent != null
                        && one.enrolment().contact.email.equalsIgnoreCase(address))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(404, "nobody of this address was written to"));
        loop.answered(last.workspace(), last.enrolment(), intent, text);
    }

    /** Whoever got this message does as told. */
    public Runnable told(Act act) {
        Answered one = workspaces.values().stream()
                .flatMap(
                        workspace -> workspace.enrolments.stream().map(enrolment -> new Answered(workspace, enrolment)))
                .filter(each -> each.enrolment().sent != null
                        && act.means(
                                each.enrolment().contact.customVars.getOrDefault("aos_key", ""),
                                each.enrolment().contact.email))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(404, "this message is not at its reader's side yet"));
        return loop.told(one.workspace(), one.enrolment(), act);
    }

    private record Answered(Workspace workspace, Enrolment enrolment) {}

    Workspace workspace(Request request) {
        Workspace workspace = workspaces.get(request.path("ws"));
        if (workspace == null) {
            throw new Refusal(404, "workspace not found");
        }
        return workspace;
    }

    String id(String prefix, Object... about) {
        return prefix
                + world.dice()
                        .id(
                                prefix,
                                String.join(
                                        " ",
                                        Arrays.stream(about)
                                                .map(Object::toString)
                                                .toList()));
    }
}
