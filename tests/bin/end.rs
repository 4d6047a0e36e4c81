//! One end of a wire, or who listens to it: started by `prove two-hosts` within a network of its own.
#![allow(clippy::print_stdout)] // it talks to who started it; nobody wrote what it prints

fn main() {
    #[cfg(target_os = "linux")]
    {
        let words: Vec<String> = std::env::args().skip(1).collect();
        twinflower_tests::prove::two_hosts::end(&words, &mut |line| println!("{line}"));
    }
}
