/// Phones: a code by SMS or call to a number that was proven. NIST calls the telephone network
/// restricted, so each answer about one says so and names what is better (OOB-8).
@NamedInterface("phone")
@NullMarked
package io.tweestap.factor.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
