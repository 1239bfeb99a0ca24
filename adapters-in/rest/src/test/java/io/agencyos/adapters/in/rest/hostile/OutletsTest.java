package io.agencyos.adapters.in.rest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What one client writes comes out nowhere of another's: a word that stands in everything that it may write freely is
 * looked for, with the ids of all its rows, in whatever the other can read. Source: api 4, data model 2.
 */
class OutletsTest {

    private static final Siege SIEGE = new Siege(20_260_302);
    private static final Outlets OUTLETS = SIEGE.outlets();

    @BeforeAll
    static void two_clients_make_something_of_everything() {
        OUTLETS.listenIn();
        SIEGE.prepare(2);
    }

    @AfterAll
    static void stop() {
        SIEGE.close();
    }

    @Test // every address below a client that is read, with every id of one's own
    void no_answer_to_an_honest_question_tells_of_another_client() {
        assertThat(OUTLETS.told(Sender.STRANGER))
                .as("where the word comes out for whoever wrote it")
                .hasSizeGreaterThan(20);
        assertThat(OUTLETS.told(Sender.OWNER)).isEmpty();
    }

    @Test // api 1.10: a stream names what happened to its own client
    void no_stream_tells_of_another_client() {
        assertThat(OUTLETS.foreignInStream(Sender.STRANGER)).isNotEmpty();
        assertThat(OUTLETS.foreignInStream(Sender.OWNER)).isEmpty();
    }

    @Test // api 11: what a client's program is sent is of that client
    void no_request_to_a_clients_program_tells_of_another() {
        assertThat(OUTLETS.foreignInRequests(Sender.STRANGER)).isNotEmpty();
        assertThat(OUTLETS.foreignInRequests(Sender.OWNER)).isEmpty();
    }

    @Test // api 13: labels are routes and words of ours; the document is the same for everybody
    void what_everybody_reads_tells_of_no_client() {
        assertThat(OUTLETS.foreignInPublic()).isEmpty();
    }
}
