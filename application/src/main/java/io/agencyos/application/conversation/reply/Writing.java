package io.agencyos.application.conversation.reply;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.OptOutOpening;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody wrote or said to us, on whatever channel. */
public sealed interface Writing {

    /** What makes it the same when it comes again. */
    String key();

    Channel channel();

    @Nullable
    String subject();

    String text();

    /** Whether its vendor says that a machine wrote it. */
    boolean automatic();

    /** The vendor's reference to answer it in its thread or chat, null where there is none. */
    @Nullable
    String answerRef();

    /** When it was written, by its vendor's clock. */
    Instant toldAt();

    /** By what way a wish in it came. */
    OptOuts.Way way();

    /** What it means, where that is known without reading it. */
    Optional<Classification> meaning();

    /** Whether it is a wish to be left alone that is granted before anybody reads on. Source: api 10.1. */
    boolean optsOutAtOnce();

    /** An e-mail. */
    record Mail(InboundMail mail) implements Writing {

        @Override
        public String key() {
            return mail.key();
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public @Nullable String subject() {
            return mail.subject();
        }

        @Override
        public String text() {
            return mail.text();
        }

        @Override
        public boolean automatic() {
            return mail.automatic();
        }

        @Override
        public @Nullable String answerRef() {
            return mail.answerRef();
        }

        @Override
        public Instant toldAt() {
            return mail.receivedAt();
        }

        @Override
        public OptOuts.Way way() {
            return new OptOuts.Way(SuppressionSource.REPLY, Channel.EMAIL, mail.from(), null);
        }

        @Override
        public Optional<Classification> meaning() {
            return Optional.empty();
        }

        @Override
        public boolean optsOutAtOnce() {
            return !mail.automatic() && OptOutOpening.optsOut(mail.text());
        }
    }

    /**
     * A text, a message or what was said in a call.
     *
     * @param thread the vendor's reference of the conversation, null where it keeps none
     * @param known what it means where that is known
     * @param page of whoever wrote it, where a network shows one and no lead is known by it
     */
    record Said(
            String key,
            Instant toldAt,
            ChannelEvent.About about,
            String text,
            @Nullable String thread,
            SuppressionSource source,
            @Nullable Classification known,
            @Nullable LinkedInUrl page)
            implements Writing {

        @Override
        public Channel channel() {
            return about.channel();
        }

        @Override
        public @Nullable String subject() {
            return null;
        }

        @Override
        public boolean automatic() {
            return false;
        }

        @Override
        public @Nullable String answerRef() {
            return thread;
        }

        @Override
        public OptOuts.Way way() {
            return new OptOuts.Way(
                    source, about.channel(), null, SaidMatch.number(about).orElse(null));
        }

        @Override
        public Optional<Classification> meaning() {
            return Optional.ofNullable(known);
        }

        @Override
        public boolean optsOutAtOnce() {
            return known != null && known.flags().optOut()
                    || about.channel() == Channel.LINKEDIN && OptOutOpening.optsOut(text);
        }

        @Override
        public String toString() {
            return "Said[" + key + "]";
        }
    }
}
