/// Running the program: its clock and randomness, health, housekeeping.
@ApplicationModule
@NullMarked
package io.tweestap.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
