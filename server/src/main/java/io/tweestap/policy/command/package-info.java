/// What the example application asks of the program before it is started.
@NullMarked
package io.tweestap.policy.command;

import org.jspecify.annotations.NullMarked;
