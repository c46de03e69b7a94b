/// Tweestap, the program: a second step for every login, run by the organization itself.
@NullMarked
package io.tweestap;

import org.jspecify.annotations.NullMarked;
