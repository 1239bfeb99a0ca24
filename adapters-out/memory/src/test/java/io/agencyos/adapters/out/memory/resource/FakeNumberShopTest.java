package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.application.resource.PhoneNumberProvisionerContract;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.UUID;

class FakeNumberShopTest extends PhoneNumberProvisionerContract {

    @Override
    protected World world() {
        FakeNumberShop shop = new FakeNumberShop();
        PhoneNumber had = new PhoneNumber("+61491570110");
        shop.own(had);
        shop.offer(new PhoneNumber("+61499900001"), new BigDecimal("20.71"));
        shop.offer(new PhoneNumber("+61499900002"), new BigDecimal("20.71"));
        return new World() {

            @Override
            public PhoneNumberProvisioner shop() {
                return shop;
            }

            @Override
            public ClientId client() {
                return new ClientId(new UUID(0, 2));
            }

            @Override
            public PhoneNumber had() {
                return had;
            }

            @Override
            public void loseNextAnswer() {
                shop.loseNextAnswer();
            }

            @Override
            public int purchases() {
                return shop.purchases();
            }
        };
    }
}
