package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.identity.store.AccountPostman;
import io.agencyos.application.client.identity.store.AccountPostmanContract;
import java.util.List;

class FakeAccountPostmanTest extends AccountPostmanContract {

    @Override
    protected World world() {
        FakeAccountPostman postman = new FakeAccountPostman();
        return new World() {

            @Override
            public AccountPostman postman() {
                return postman;
            }

            @Override
            public void breakDown() {
                postman.breakDown();
            }

            @Override
            public void refuseNext() {
                postman.next(AccountPostman.Outcome.REFUSED);
            }

            @Override
            public void putOffNext() {
                postman.next(AccountPostman.Outcome.NOT_NOW);
            }

            @Override
            public List<Letter> arrived() {
                return postman.taken().stream()
                        .map(mail -> new Letter(mail.to().value(), mail.subject(), mail.text()))
                        .toList();
            }
        };
    }
}
