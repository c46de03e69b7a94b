/// Recovery codes: a set kept on paper for the day on which everything else is lost, each code once
/// (NIST SP 800-63B-4 section 3.1.2).
@NamedInterface("recovery")
@NullMarked
package io.tweestap.factor.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
