/// Decisions, reasons and previews in words that people read: nl, de, en.
@NamedInterface("text")
@NullMarked
package io.tweestap.policy.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
