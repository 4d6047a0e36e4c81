#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| twinflower_fuzz::parses_of_the_wire("ticket", bytes));
