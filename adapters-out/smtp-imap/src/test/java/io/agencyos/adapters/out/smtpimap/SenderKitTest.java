package io.agencyos.adapters.out.smtpimap;

import static io.agencyos.adapters.out.smtpimap.Post.mime;

import io.agencyos.adapters.out.smtpimap.ScriptedSmtp.Act;
import io.agencyos.adapters.out.smtpimap.ScriptedSmtp.Step;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.EmailSenderContract;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The kit with a scripted SMTP server in front of a real IMAP server, in both ways that prove absence. */
class SenderKitTest {

    @Nested
    class With_a_hidden_copy_to_the_mailbox_itself extends Kit {

        With_a_hidden_copy_to_the_mailbox_itself() {
            super(SentCopy.BCC_SELF);
        }
    }

    @Nested
    class With_a_server_that_files_what_it_sends extends Kit {

        With_a_server_that_files_what_it_sends() {
            super(SentCopy.PROVIDER);
        }
    }

    abstract static class Kit extends EmailSenderContract {

        private final SentCopy sentCopy;
        private final Post post = new Post();
        private final ScriptedSmtp smtp = new ScriptedSmtp();

        Kit(SentCopy sentCopy) {
            this.sentCopy = sentCopy;
        }

        @AfterEach
        void stop() {
            smtp.close();
            post.close();
        }

        @Override
        protected World world() {
            SmtpImap mail = post.with(post.account(smtp.address(MailServer.Security.LOOPBACK), sentCopy));
            post.folder("Sent");
            smtp.deliverTo(taken -> {
                if (taken.recipients().contains(Post.SAM.value())) {
                    post.sam.deliver(mime(taken.message()));
                }
                if (sentCopy == SentCopy.PROVIDER) {
                    post.put("Sent", taken.message());
                }
            });
            return new World() {
                @Override
                public EmailSender sender() {
                    return mail.sender();
                }

                @Override
                public Mailbox mailbox() {
                    return Post.MAILBOX;
                }

                @Override
                public Instant now() {
                    return post.clock.now();
                }

                @Override
                public void next(Fault fault) {
                    arm(fault);
                }

                @Override
                public int handOvers() {
                    return smtp.handOvers.get();
                }

                @Override
                public void settle() {
                    // a submission is over when it is answered
                }

                @Override
                public List<String> deliveriesTo(EmailAddress recipient) {
                    return smtp.taken.stream()
                            .filter(taken -> taken.recipients().contains(recipient.value()))
                            .map(taken -> header(taken.message()))
                            .toList();
                }
            };
        }

        private void arm(EmailSenderContract.Fault fault) {
            switch (fault) {
                case LOST_REQUEST -> smtp.at(Step.BODY, new Act.Drop());
                case LOST_ANSWER -> smtp.at(Step.FINAL_DOT, new Act.TakeAnd(new Act.Drop()));
                case RATE_LIMITED -> smtp.sayAt(Step.MAIL, "451 4.7.1 sending too fast");
                case WRONG_CREDENTIAL -> smtp.sayAt(Step.AUTH, "535 5.7.8 who are you");
                case NO_CREDITS -> smtp.sayAt(Step.MAIL, "451 Maximum credits exceeded");
                case REFUSED_RECIPIENT -> smtp.sayAt(Step.RCPT, "550 5.1.1 no such user");
                case LOOKUP_DOWN -> post.server.imap().stopService();
            }
        }

        private static String header(String message) {
            try {
                return mime(message).getMessageID();
            } catch (jakarta.mail.MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
