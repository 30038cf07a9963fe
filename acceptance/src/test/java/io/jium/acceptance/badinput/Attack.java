package io.jium.acceptance.badinput;

/**
 * One bad request.
 *
 * @param mustFail whether it cannot possibly be meant well; else it may succeed, but not crash
 */
record Attack(String what, Wire.Request request, boolean mustFail) {}
