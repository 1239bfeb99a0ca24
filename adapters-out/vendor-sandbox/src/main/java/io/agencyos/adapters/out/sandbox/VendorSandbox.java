package io.agencyos.adapters.out.sandbox;

import io.agencyos.adapters.out.sandbox.anthropic.Anthropic;
import io.agencyos.adapters.out.sandbox.apollo.Apollo;
import io.agencyos.adapters.out.sandbox.clicksend.ClickSend;
import io.agencyos.adapters.out.sandbox.control.ActRoutes;
import io.agencyos.adapters.out.sandbox.control.ControlRoutes;
import io.agencyos.adapters.out.sandbox.control.FaultJson;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Door;
import io.agencyos.adapters.out.sandbox.http.HttpFront;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.Ledger;
import io.agencyos.adapters.out.sandbox.names.NameServer;
import io.agencyos.adapters.out.sandbox.names.Zone;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.post.PostOffice;
import io.agencyos.adapters.out.sandbox.salesforge.Salesforge;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.unipile.Unipile;
import io.agencyos.adapters.out.sandbox.vapi.Vapi;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Booking;
import io.agencyos.adapters.out.sandbox.world.Caller;
import io.agencyos.adapters.out.sandbox.world.MailWorld;
import io.agencyos.adapters.out.sandbox.world.PumpReport;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.Reactions;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A world of invented people behind the vendors' HTTP contracts. Start it, point the adapters at {@link #salesforgeUrl()}
 * and {@link #warmforgeUrl()}, move the clock, {@link #pump}, read the {@link #ledger()}.
 */
public final class VendorSandbox implements AutoCloseable {

    /** The key of the account for language models. */
    public static final String MODELS_KEY = Anthropic.KEY;

    /** Under which every sending domain has its key. */
    public static final String DKIM_SELECTOR = Zone.SELECTOR;

    private final InstantSource clock;
    private final World world;
    private final Faults faults;
    private final MailWorld mail;
    private final ClickSend clicksend;
    private final Unipile unipile;
    private final Vapi vapi;
    private final Apollo apollo;
    private final Anthropic models;
    private final PostOffice post;
    private final Router router = new Router();
    private final Zone zone = new Zone();
    private final Optional<NameServer> names;
    private final Memory memory;
    private final Door door;
    private final Optional<HttpFront> front;
    private final String address;

    /** @param within the address at which somebody else takes the requests; empty for a server of its own */
    private VendorSandbox(SandboxSettings settings, InstantSource clock, Population invented, Optional<String> within) {
        this.clock = clock;
        this.memory = Memory.of(settings);
        this.world = new World(
                clock,
                settings.seed(),
                settings.mobiles() ? invented.withMobiles() : invented,
                settings.webhookLanes(),
                settings.webhookPatience(),
                settings.tempo());
        this.faults = new Faults(settings.seed());
        Reactions reactions = new Reactions(world.dice());
        this.mail = new MailWorld(world, reactions);
        Salesforge salesforge = new Salesforge(world, reactions, faults, settings.salesforge());
        salesforge.register(router);
        Answers answers = new Answers(reactions);
        Pushes pushes = new Pushes(world, faults);
        this.clicksend = new ClickSend(world, answers, faults, pushes);
        clicksend.register(router);
        salesforge.answeredElsewhere((who, words) -> {
            Optional<String> mobile = world.population().mobileOf(who);
            mobile.ifPresent(from -> clicksend.written(from, words));
            return mobile.isPresent();
        });
        this.unipile = new Unipile(world, answers, pushes);
        unipile.register(router);
        this.vapi = new Vapi(world, answers, pushes);
        vapi.register(router);
        this.apollo = new Apollo(world, pushes);
        apollo.register(router);
        this.models = new Anthropic(world);
        models.register(router);
        this.post = new PostOffice(world);
        post.register(router);
        zone.register(router);
        new ControlRoutes(world, faults, salesforge, mail, this::pump).register(router);
        new ActRoutes(world, salesforge, clicksend, unipile, vapi, post).register(router);
        this.door = new Door(faults, (request, header) -> admits(salesforge, request, header), this::dispatch);
        boolean alone = within.isEmpty();
        this.names = alone ? Optional.of(NameServer.start(zone)) : Optional.empty();
        this.front = alone ? Optional.of(new HttpFront(settings.port(), door)) : Optional.empty();
        this.address = within.or(() -> front.map(server -> "http://127.0.0.1:" + server.port()))
                .orElseThrow();
        salesforge.publishAt(baseUrl());
        unipile.publishAt(baseUrl());
        vapi.publishAt(baseUrl());
    }

    private boolean admits(Salesforge salesforge, Request request, UnaryOperator<String> header) {
        String path = request.rawPath();
        if (path.startsWith("/_sandbox")) {
            return true;
        }
        if (path.startsWith(ClickSend.PATH)) {
            return clicksend.admits(header);
        }
        if (path.startsWith(Apollo.PATH)) {
            return apollo.admits(header);
        }
        if (path.startsWith(Anthropic.PATH)) {
            return models.admits(header);
        }
        if (path.startsWith(PostOffice.PATH)) {
            return post.admits(header);
        }
        if (path.startsWith(Vapi.PATH)) {
            return vapi.admits(request, header);
        }
        return path.startsWith(Unipile.PATH)
                ? unipile.admits(request, header)
                : salesforge.admits(request, header.apply("Authorization"));
    }

    /**
     * Remembers the data file, if there is one, and answers from then on.
     *
     * @param clock the product's clock where both live in one program; a {@link SandboxClock} is moved by pumping
     */
    public static VendorSandbox start(SandboxSettings settings, InstantSource clock) {
        Population invented = Population.of(settings.populationSeed(), settings.people());
        VendorSandbox sandbox = awake(new VendorSandbox(settings, clock, invented, Optional.empty()));
        sandbox.front.ifPresent(HttpFront::start);
        return sandbox;
    }

    /** One of many behind a server that they share, which hands in what comes to this address. */
    static VendorSandbox within(String address, SandboxSettings settings, InstantSource clock, Population invented) {
        return awake(new VendorSandbox(settings, clock, invented, Optional.of(address)));
    }

    private static VendorSandbox awake(VendorSandbox sandbox) {
        try {
            sandbox.remember();
            return sandbox;
        } catch (RuntimeException unreadable) {
            sandbox.close();
            throw unreadable;
        }
    }

    private void remember() {
        memory.relive(world, this::run);
        faults.set(List.of());
        if (clock instanceof SandboxClock own && world.now().isAfter(own.instant())) {
            own.advanceTo(world.now());
        }
        world.onStep((until, events) -> memory.step(until, events, world.ledger()));
    }

    private Response dispatch(Request request) {
        Optional<Router.Match> match = router.match(request);
        if (match.isEmpty()) {
            return Response.error(404, "no such route");
        }
        return switch (match.get().access()) {
            case FREE -> match.get().run();
            case READ -> world.inside(match.get()::run);
            case WRITE ->
                world.inside(() -> {
                    Response response = match.get().run();
                    if (response.successful()) {
                        memory.command(world.now(), request);
                    }
                    return response;
                });
        };
    }

    private void run(Request request) {
        router.match(request).orElseThrow().run();
    }

    /**
     * Takes a request by hand, as the server takes it from the network: whoever lives in the same program may do without
     * sockets.
     *
     * @param header the request's headers by name; one that is missing is an empty text
     * @return empty when the connection would have been cut
     */
    public Optional<Response> take(Request request, UnaryOperator<String> header) {
        return door.take(request, header);
    }

    /** From here on this makes the calls to the product, instead of a client that speaks HTTP. */
    public void callBy(Caller caller) {
        world.callBy(caller);
    }

    /** Address of the server without a trailing slash. */
    public String baseUrl() {
        return address;
    }

    /** Base URL for the Salesforge core. */
    public String salesforgeUrl() {
        return baseUrl() + Salesforge.CORE;
    }

    /** Base URL for ClickSend. */
    public String clicksendUrl() {
        return baseUrl() + ClickSend.PATH;
    }

    /** What stands for the DSN of the Unipile account. */
    public String unipileUrl() {
        return baseUrl() + Unipile.PATH;
    }

    /** Base URL for Apollo. */
    public String apolloUrl() {
        return baseUrl() + Apollo.PATH;
    }

    /** Base URL for language models. */
    public String modelsUrl() {
        return baseUrl() + Anthropic.PATH;
    }

    /** Base URL for the post office. */
    public String postUrl() {
        return baseUrl() + PostOffice.PATH;
    }

    /** A letter costs this from now on. */
    public void setLetterPrice(int cents) {
        command("PUT", "/_sandbox/post/price", Json.write(Json.object("letters", cents)));
    }

    /** A piece comes back now. */
    public void returnPiece(String id) {
        command("PUT", "/_sandbox/post/pieces/" + id + "/return", "");
    }

    /** What is left of the credits for records, from now on. */
    public void setDataCredits(int left) {
        command("PUT", "/_sandbox/data/credits", Json.write(Json.object("left", left)));
    }

    /** Base URL for Vapi. */
    public String vapiUrl() {
        return baseUrl() + Vapi.PATH;
    }

    /** A seat and a person are connected now. */
    public void befriend(String seat, String slug) {
        command("POST", "/_sandbox/linkedin/relations", Json.write(Json.object("seat", seat, "slug", slug)));
    }

    /** Somebody writes to a seat now, or its owner to them by hand. */
    public void writeOnLinkedIn(String seat, String slug, String text, boolean ours) {
        command(
                "POST",
                "/_sandbox/linkedin/messages",
                Json.write(Json.object("seat", seat, "slug", slug, "text", text, "ours", ours)));
    }

    /** The name server that knows every sending domain, as {@code host:port}. */
    public String nameServer() {
        return "127.0.0.1:" + names.orElseThrow().port();
    }

    /** Whether the vendor holds this seat. */
    public boolean hasSeat(String seat) {
        return world.inside(() -> unipile.hasSeat(seat));
    }

    /** A seat stands otherwise now, in the vendor's word. */
    public void setSeatStatus(String seat, String status) {
        command("PUT", "/_sandbox/linkedin/seats/" + seat, Json.write(Json.object("status", status)));
    }

    /** Somebody who was texted writes back now, whatever chance had in store. */
    public void writeText(String from, String to, String text) {
        command("POST", "/_sandbox/texts", Json.write(Json.object("from", from, "to", to, "text", text)));
    }

    /** Whoever was e-mailed last at this address answers now, whatever chance had in store. */
    public void answer(String from, ReplyIntent intent, String text) {
        command(
                "POST",
                "/_sandbox/replies",
                Json.write(Json.object("from", from, "intent", intent.name(), "text", text)));
    }

    /** Base URL for Warmforge. */
    public String warmforgeUrl() {
        return baseUrl() + Salesforge.WARMFORGE;
    }

    /**
     * Lets the world live until the moment and then calls the webhooks that follow. Returns when all are answered. A
     * {@link SandboxClock} is moved along; another clock should be there already, since signatures carry its time.
     */
    public PumpReport pump(Instant until) {
        if (clock instanceof SandboxClock own) {
            own.advanceTo(until);
        }
        return world.pump(until);
    }

    /** What the vendors really did. */
    public Ledger ledger() {
        return world.ledger();
    }

    /** Who lives here. */
    public Population population() {
        return world.population();
    }

    /** Meetings that people booked after the moment, oldest first. */
    public List<Booking> bookings(Instant since) {
        return world.bookings(since);
    }

    /** Replaces all fault rules. */
    public void setFaults(FaultRule... rules) {
        command("PUT", "/_sandbox/faults", FaultJson.write(List.of(rules)));
    }

    /** The fault rules in force, with what is left of each and how often it struck. */
    public List<Faults.Standing> faults() {
        return faults.standing();
    }

    /** A message of our own mail server is at its reader's side. */
    public void deliver(MailWorld.Message message) {
        command(
                "POST",
                "/_sandbox/mail",
                Json.write(Json.object(
                        "messageId",
                        message.messageId(),
                        "fromName",
                        message.fromName(),
                        "from",
                        message.from(),
                        "to",
                        message.to(),
                        "subject",
                        message.subject(),
                        "body",
                        message.body())));
    }

    /** Whoever relays what readers of our own mail do; called while time is pumped. */
    public void onMail(Consumer<MailWorld.Heard> listener) {
        mail.listen(listener);
    }

    private void command(String method, String path, String body) {
        Response response = dispatch(new Request(method, path, "", body));
        if (!response.successful()) {
            throw new IllegalArgumentException(response.body());
        }
    }

    @Override
    public void close() {
        front.ifPresent(HttpFront::close);
        door.close();
        names.ifPresent(NameServer::close);
        world.close();
        memory.close();
    }
}
