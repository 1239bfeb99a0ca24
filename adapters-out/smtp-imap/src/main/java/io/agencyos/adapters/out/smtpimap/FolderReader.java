package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.ReadCursor.Position;
import io.agencyos.application.shared.ClockPort;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Reads what is new in a folder, without leaving a mark. Source: smtp-imap 4. */
final class FolderReader {

    private static final Duration AGAIN = Duration.ofDays(7);
    private static final int WHOLE = 10 << 20;
    private static final int BEGINNING = 512 << 10;
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final ClockPort clock;

    FolderReader(ClockPort clock) {
        this.clock = clock;
    }

    /** A mail and when the server took it. */
    record Mail(MimeMessage message, Instant receivedAt) {}

    /**
     * @param next where to go on
     * @param more whether there was more than was asked for
     */
    record Batch(List<Mail> mails, Position next, boolean more) {}

    private record Found(long uid, IMAPMessage message) {}

    Batch newIn(IMAPFolder folder, Optional<Position> known, int most) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            long validity = folder.getUIDValidity();
            Optional<Position> good = known.filter(position -> position.validity() == validity);
            long end = lastUid(folder);
            List<Found> found = good.isPresent()
                    ? after(folder, good.orElseThrow().lastUid())
                    : found(folder, search(folder, known));
            List<Found> page = found.subList(0, Math.min(most, found.size()));
            boolean more = page.size() < found.size();
            long reached = page.isEmpty()
                    ? good.map(Position::lastUid).orElse(end)
                    : page.getLast().uid();
            return new Batch(read(folder, page), new Position(validity, reached, clock.now()), more);
        } finally {
            folder.close(false);
        }
    }

    /** Some servers do not say what their next number is. */
    private static long lastUid(IMAPFolder folder) throws MessagingException {
        long next = folder.getUIDNext();
        if (next > 0) {
            return next - 1;
        }
        int count = folder.getMessageCount();
        return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
    }

    List<Mail> matching(IMAPFolder folder, SearchTerm term) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            return read(folder, found(folder, folder.search(term)));
        } finally {
            folder.close(false);
        }
    }

    /** Numbers mean nothing any more: everything of late goes through again, and its keys sort out what is known. */
    private Message[] search(IMAPFolder folder, Optional<Position> known) throws MessagingException {
        Instant since = known.map(Position::syncedAt).orElseGet(clock::now).minus(AGAIN);
        return folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
    }

    /** The range {@code last+1:*} also names the last message when there is none after it. */
    private static List<Found> after(IMAPFolder folder, long last) throws MessagingException {
        return found(folder, folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)).stream()
                .filter(one -> one.uid() > last)
                .toList();
    }

    private static List<Found> found(IMAPFolder folder, Message[] messages) throws MessagingException {
        FetchProfile numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, numbers);
        List<Found> found = new ArrayList<>();
        for (Message message : messages) {
            found.add(new Found(folder.getUID(message), (IMAPMessage) message));
        }
        found.sort(Comparator.comparingLong(Found::uid));
        return found;
    }

    private static List<Mail> read(IMAPFolder folder, List<Found> page) throws MessagingException {
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        sizes.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(page.stream().map(Found::message).toArray(Message[]::new), sizes);
        List<Mail> mails = new ArrayList<>();
        for (Found one : page) {
            if (!one.message().isExpunged()) {
                mails.add(read(one.message()));
            }
        }
        return mails;
    }

    /** Of what is very large only the beginning, where headers and text are. */
    private static Mail read(IMAPMessage message) throws MessagingException {
        message.setPeek(true);
        int most = message.getSize() > WHOLE ? BEGINNING : WHOLE;
        try (InputStream in = message.getMimeStream()) {
            return new Mail(
                    new MimeMessage(NO_SERVER, new ByteArrayInputStream(in.readNBytes(most))),
                    message.getReceivedDate().toInstant());
        } catch (IOException broken) {
            throw new MessagingException("the mail cannot be fetched", broken);
        }
    }
}
