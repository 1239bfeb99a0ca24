package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Population;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** S11 and S12: threads in which contacts answered, newest first, and our answers in them. */
final class ThreadRoutes {

    private static final List<String> FILTERS = List.of("all", "unread", "archived", "reminders");

    private final Salesforge vendor;

    ThreadRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.read(Salesforge.WS + "/threads", this::list);
        router.read(Salesforge.WS + "/threads/{id}", request -> {
            Workspace workspace = vendor.workspace(request);
            MailThread thread = workspace.thread(request.path("id"));
            return Response.ok(thread.json(workspace.products.get(thread.enrolment.sequence.productId)));
        });
        router.write("PUT", Salesforge.WS + "/threads/{id}/label", this::label);
        router.write("POST", Salesforge.WS + "/mailboxes/{mailbox}/emails/{email}/reply", this::reply);
    }

    private Response list(Request request) {
        String filter = request.query("filter").orElse("all");
        if (!FILTERS.contains(filter)) {
            throw new Refusal(400, "filter is unknown");
        }
        List<String> mailboxes = request.queries("mailbox_ids[]");
        List<String> sequences = request.queries("sequence_ids[]");
        List<String> labels = request.queries("labels[]");
        String search = request.query("q").orElse("").toLowerCase(Locale.ROOT);
        List<MailThread> threads = vendor.workspace(request).threads.values().stream()
                .filter(thread -> filter.equals("all") || (filter.equals("unread") && thread.unread))
                .filter(thread -> mailboxes.isEmpty() || mailboxes.contains(thread.mailbox.id))
                .filter(thread -> sequences.isEmpty() || sequences.contains(thread.enrolment.sequence.id))
                .filter(thread -> labels.isEmpty() || labels.contains(thread.labelId))
                .filter(thread -> search.isEmpty() || matches(thread, search))
                .sorted(Comparator.comparing(
                                (MailThread thread) -> thread.lastReceived().date())
                        .reversed()
                        .thenComparing(thread -> thread.id))
                .toList();
        return Response.page(request, threads, MailThread::summary, 10, 100);
    }

    private static boolean matches(MailThread thread, String search) {
        Contact contact = thread.enrolment.contact;
        return (contact.email + " " + contact.fullName() + " " + thread.enrolment.subject)
                .toLowerCase(Locale.ROOT)
                .contains(search);
    }

    private Response label(Request request) {
        Workspace workspace = vendor.workspace(request);
        MailThread thread = workspace.thread(request.path("id"));
        thread.labelId = request.body().required("labelId");
        thread.unread = false;
        vendor.webhooks.tell(
                workspace,
                thread.enrolment,
                "label_changed",
                thread.labelId + vendor.world.now(),
                Json.object("labelChangedData", Json.object("labelId", thread.labelId)));
        return Response.noContent();
    }

    private Response reply(Request request) {
        Workspace workspace = vendor.workspace(request);
        Mailbox mailbox = workspace.mailbox(request.path("mailbox"));
        String emailId = request.path("email");
        Body body = request.body();
        String content = body.required("content");
        MailThread thread = workspace.threads.values().stream()
                .filter(one -> one.mailbox == mailbox)
                .filter(one -> one.entries.stream().anyMatch(entry -> entry.id().equals(emailId)))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "email not found"));
        Instant at = vendor.world.now().plus(vendor.settings.replyDelay());
        vendor.world.schedule(at, "answer " + thread.id, () -> send(workspace, thread, content));
        return Response.noContent();
    }

    private void send(Workspace workspace, MailThread thread, String content) {
        String id = vendor.id("eml_", "answer", thread.id, thread.entries.size(), vendor.world.now());
        Contact contact = thread.enrolment.contact;
        String subject = thread.lastReceived().subject();
        thread.entries.add(new MailThread.Entry(
                id, subject, content, vendor.world.now(), true, thread.mailbox.address, contact.email));
        thread.unread = false;
        vendor.world
                .ledger()
                .add(new LedgerRow(
                        0,
                        LedgerRow.Kind.REPLY,
                        "salesforge",
                        vendor.world.now(),
                        workspace.id,
                        Population.canonical(contact.email),
                        subject,
                        "",
                        thread.mailbox.address,
                        contact.id,
                        thread.enrolment.sequence.id,
                        id));
    }
}
