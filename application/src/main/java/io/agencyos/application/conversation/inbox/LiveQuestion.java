package io.agencyos.application.conversation.inbox;

import java.util.List;

/** What somebody waits for while a call goes on. Source: vapi 6, api 10.3. */
public sealed interface LiveQuestion {

    /** What the assistant wants done or told. */
    enum Wish {
        /** The person does not want to be called again. */
        LEAVE_ALONE,
        CALL_BACK,
        MEET,
        /** When somebody is free to meet. */
        SLOTS,
        /** Nothing that we do. */
        UNKNOWN
    }

    /**
     * One wish of the assistant.
     *
     * @param id the vendor's, by which its answer is told apart
     * @param eventKey under which the same wish is stored as an event; of what is no event, nothing stands there
     */
    record Tool(String id, String name, Wish wish, String eventKey) {}

    /** The assistant waits for these, in the middle of what it says. */
    record Tools(List<Tool> tools) implements LiveQuestion {

        public Tools {
            tools = List.copyOf(tools);
        }
    }

    /** Somebody calls one of our numbers: who talks to them? */
    record WhoTalks() implements LiveQuestion {}
}
