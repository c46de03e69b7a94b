/// Decisions, reasons and previews in words that people read: nl, de, en.
@NullMarked
package io.tweestap.policy.text;

import org.jspecify.annotations.NullMarked;
