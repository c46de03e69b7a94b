/// The handsets of the sandbox. Start at [Sandbox].
@NullMarked
package io.tweestap.client.sandbox;

import org.jspecify.annotations.NullMarked;
