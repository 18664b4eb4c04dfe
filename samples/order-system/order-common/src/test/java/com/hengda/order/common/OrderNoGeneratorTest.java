package com.hengda.order.common;

import org.junit.jupiter.api.Test;

import java.util.Date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class OrderNoGeneratorTest {

    @Test
    void numbersAreTwentyDigitsAndDiffer() {
        String first = OrderNoGenerator.next(new Date(0), "02");
        String second = OrderNoGenerator.next(new Date(0), "02");
        assertEquals(20, first.length());
        assertEquals("02", first.substring(14, 16));
        assertNotEquals(first, second);
    }
}
