package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** How the credit for a deal is shared among the touches before it. Source: content 5.2, conversion intelligence 10.1. */
public enum AttributionModel implements Vocabulary {
    /** The first touch has all of it; the default. */
    FIRST_TOUCH {
        @Override
        BigDecimal weight(int touch, int touches) {
            return touch == 1 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
    },
    /** The last touch has all of it. */
    LAST_TOUCH {
        @Override
        BigDecimal weight(int touch, int touches) {
            return touch == touches ? BigDecimal.ONE : BigDecimal.ZERO;
        }
    },
    /** Each the same. */
    LINEAR {
        @Override
        BigDecimal weight(int touch, int touches) {
            return BigDecimal.ONE;
        }
    },
    /** Three touches later counts double. */
    TIME_DECAY {
        @Override
        BigDecimal weight(int touch, int touches) {
            return CUBE_ROOTS_OF_TWO
                    .get(touch % CUBE_ROOTS_OF_TWO.size())
                    .multiply(BigDecimal.TWO.pow(touch / CUBE_ROOTS_OF_TWO.size()));
        }
    },
    /** 40 % the first, 40 % the last, the rest among those between. */
    POSITION_BASED {
        @Override
        BigDecimal weight(int touch, int touches) {
            boolean atAnEnd = touch == 1 || touch == touches;
            return atAnEnd && touches > 2 ? BigDecimal.TWO.multiply(BigDecimal.valueOf(touches - 2L)) : BigDecimal.ONE;
        }
    };

    /** 2^0, 2^(1/3) and 2^(2/3). */
    private static final List<BigDecimal> CUBE_ROOTS_OF_TWO = List.of(
            BigDecimal.ONE,
            new BigDecimal("1.259921049894873164767210607278228350570"),
            new BigDecimal("1.587401051968199474751705639272308260391"));

    /** Relative credit of the {@code touch}-th of so many, counted from 1, oldest first. */
    abstract BigDecimal weight(int touch, int touches);

    List<BigDecimal> weights(int touches) {
        return IntStream.rangeClosed(1, touches)
                .mapToObj(touch -> weight(touch, touches))
                .toList();
    }
}
