package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.sandbox.TwinVendors;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Vendors that remember what each twin was given. Thread-safe. */
public final class FakeTwinVendors implements TwinVendors {

    public static final String TEXTS = "fake-texts";
    public static final String CALLS = "fake-calls";

    /** What one twin has there. */
    private static final class Room {
        private final Set<EmailAddress> mailboxes = new LinkedHashSet<>();
        private final Map<Channel, PhoneNumber> numbers = new HashMap<>();
        private final List<URI> pages = new ArrayList<>();
    }

    private final String mail;
    private final Function<ClientId, List<ConnectVendor.Request>> accounts;
    private final BiConsumer<ClientId, EmailAddress> connected;
    private final Set<ClientId> served = new HashSet<>();
    private final Map<ClientId, Room> rooms = new HashMap<>();

    /**
     * @param mail the vendor of mailboxes
     * @param accounts what a twin's accounts are connected with
     * @param connected told of each mailbox that is new
     */
    public FakeTwinVendors(
            String mail,
            Function<ClientId, List<ConnectVendor.Request>> accounts,
            BiConsumer<ClientId, EmailAddress> connected) {
        this.mail = mail;
        this.accounts = accounts;
        this.connected = connected;
    }

    /** From now on there is a sandbox for the twin, or there is none. */
    public synchronized void serve(ClientId twin, boolean has) {
        if (has) {
            served.add(twin);
        } else {
            served.remove(twin);
        }
    }

    /** The mailboxes that the twin has there. */
    public synchronized List<EmailAddress> mailboxes(ClientId twin) {
        Room room = rooms.get(twin);
        return room == null ? List.of() : List.copyOf(room.mailboxes);
    }

    /** The twin's number for such a line. */
    public synchronized Optional<PhoneNumber> number(ClientId twin, Channel line) {
        return Optional.ofNullable(rooms.get(twin)).map(room -> room.numbers.get(line));
    }

    /** The pages on which somebody signed in. */
    public synchronized List<URI> pages(ClientId twin) {
        Room room = rooms.get(twin);
        return room == null ? List.of() : List.copyOf(room.pages);
    }

    @Override
    public synchronized boolean serve(ClientId twin) {
        return served.contains(twin);
    }

    @Override
    public synchronized Optional<Standing> settle(Client twin) {
        if (!served.contains(twin.id())) {
            return Optional.empty();
        }
        boolean fresh = rooms.putIfAbsent(twin.id(), new Room()) == null;
        return Optional.of(
                new Standing(accounts.apply(twin.id()), mail, Map.of(Channel.SMS, TEXTS, Channel.VOICE, CALLS), fresh));
    }

    @Override
    public synchronized void bringMailbox(ClientId twin, EmailAddress address) {
        Room room = rooms.get(twin);
        if (room != null && room.mailboxes.add(address)) {
            connected.accept(twin, address);
        }
    }

    @Override
    public synchronized void bringNumber(ClientId twin, Channel line, PhoneNumber number) {
        Room room = rooms.get(twin);
        if (room != null) {
            room.numbers.put(line, number);
        }
    }

    @Override
    public synchronized void signIn(ClientId twin, URI page) {
        Room room = rooms.get(twin);
        if (room != null) {
            room.pages.add(page);
        }
    }

    @Override
    public synchronized boolean forget(ClientId twin) {
        if (!served.contains(twin)) {
            return false;
        }
        rooms.remove(twin);
        return true;
    }
}
