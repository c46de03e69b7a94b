/// The rules of a decision: pure, in memory, each named by a word that a customer would use. No
/// input or output, no clock, no framework.
@NullMarked
package io.tweestap.policy.rule;

import org.jspecify.annotations.NullMarked;
