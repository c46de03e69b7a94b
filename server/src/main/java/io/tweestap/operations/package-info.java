/// Running the program: its clock and randomness, health, metrics, housekeeping.
@ApplicationModule
@NullMarked
package io.tweestap.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
