package io.agencyos.adapters.out.sandbox.control;

import io.agencyos.adapters.out.sandbox.clicksend.ClickSend;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.post.PostOffice;
import io.agencyos.adapters.out.sandbox.salesforge.Salesforge;
import io.agencyos.adapters.out.sandbox.unipile.Unipile;
import io.agencyos.adapters.out.sandbox.vapi.Vapi;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Booking;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** People do what they are told, at once or later; what follows from it comes by the vendor's own ways. */
public final class ActRoutes {

    private static final int MEETING_MINUTES = 30;

    private final World world;
    private final Salesforge salesforge;
    private final ClickSend clicksend;
    private final Unipile unipile;
    private final Vapi vapi;
    private final PostOffice post;
    private final Set<String> taken = new HashSet<>();

    public ActRoutes(
            World world, Salesforge salesforge, ClickSend clicksend, Unipile unipile, Vapi vapi, PostOffice post) {
        this.world = world;
        this.salesforge = salesforge;
        this.clicksend = clicksend;
        this.unipile = unipile;
        this.vapi = vapi;
        this.post = post;
    }

    public void register(Router router) {
        router.write("POST", "/_sandbox/acts", this::order);
        router.write("POST", "/_sandbox/bookings", this::book);
    }

    private Response order(Request request) {
        Body body = request.body();
        Act act = new Act(
                body.required("id"),
                body.required("kind"),
                body.required("channel"),
                body.text("key").orElse(""),
                body.required("to"),
                body.text("text").orElse(""),
                body.text("outcome").orElse(""));
        if (!taken.contains(act.id())) {
            later(body, act.id(), prepared(act));
            taken.add(act.id());
        }
        return Response.noContent();
    }

    /** Whatever cannot happen is refused now, and not when its time comes. */
    private Runnable prepared(Act act) {
        return switch (act.channel()) {
            case "email" -> salesforge.told(act);
            case "sms" -> clicksend.told(act);
            case "linkedin" -> unipile.told(act);
            case "voice" -> vapi.told(act);
            case "mail" -> post.told(act);
            default -> throw new Refusal(400, "no such channel");
        };
    }

    private Response book(Request request) {
        Body body = request.body();
        String id = body.required("id");
        String email = Population.canonical(body.required("email"));
        Instant meeting = instant(body.required("meetingAt"));
        if (taken.add(id)) {
            world.book(new Booking(
                    id,
                    world.now(),
                    "",
                    email,
                    body.text("name").orElse(""),
                    "",
                    meeting,
                    body.number("minutes").orElse(MEETING_MINUTES)));
        }
        return Response.noContent();
    }

    private void later(Body body, String id, Runnable effect) {
        Instant at = body.text("at").map(ActRoutes::instant).orElse(Instant.MIN);
        if (at.isAfter(world.now())) {
            world.appoint(at, "act " + id, effect);
        } else {
            effect.run();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Refusal(400, "instants are written as 2026-09-01T00:00:00Z");
        }
    }
}
