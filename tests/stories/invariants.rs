//! What the README calls invariants, held where a reading of the tree can hold them.

#[cfg(target_os = "linux")]
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file under a folder with one of these endings, as (path from the root, text).
pub(super) fn sources(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "nothing is read in {folder}");
    found
}

/// The part of a Rust file that is not its tests.
fn product(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

fn only_in(places: &[&str], words: &[&str]) {
    for (name, text) in sources("src-tauri/core/src", &[".rs"]) {
        let at_home = places.iter().any(|place| name.starts_with(place));
        for word in words {
            assert!(at_home || !product(&text).contains(word), "{name} knows {word}");
        }
    }
}

/// The names of every crate that a package is built with.
fn depends_on(package: &str) -> Vec<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "-p", package, "-e", "normal", "--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    tree.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn the_core_knows_neither_tauri_nor_iroh_nor_typst() {
    let crates = depends_on("twinflower-core");
    assert!(crates.iter().any(|name| name == "automerge"));
    for name in &crates {
        for stranger in ["tauri", "wry", "tao", "iroh", "typst", "tokio", "reqwest", "hyper"] {
            assert!(name != stranger && !name.starts_with(&format!("{stranger}-")), "the core depends on {name}");
        }
    }
}

#[test]
fn sync_knows_neither_the_shell_nor_the_core_nor_the_report() {
    let crates = depends_on("twinflower-sync");
    assert!(crates.iter().any(|name| name == "iroh"));
    for name in &crates {
        for stranger in
            ["twinflower", "twinflower-core", "twinflower-report", "tauri", "wry", "automerge", "sled", "typst"]
        {
            assert!(
                name != stranger && !name.starts_with(&format!("{stranger}-")) || name == "twinflower-sync",
                "sync depends on {name}"
            );
        }
    }
    // What would ask a gateway, a relay or a name server is not built in, or is handed something that asks nobody.
    assert!(!crates.iter().any(|name| name == "portmapper"), "sync asks gateways");
    let wire = std::fs::read_to_string(root().join("src-tauri/sync/src/wire.rs")).unwrap();
    for word in
        ["presets::Minimal", "RelayMode::Disabled", "DnsResolver::custom(NoNames)", "NetReportConfig::minimal()"]
    {
        assert!(product(&wire).contains(word), "the wire is opened without {word}");
    }
}

#[test]
fn the_report_knows_neither_the_shell_nor_sync_nor_a_network() {
    let crates = depends_on("twinflower-report");
    assert!(crates.iter().any(|name| name == "typst") && crates.iter().any(|name| name == "twinflower-core"));
    for name in &crates {
        for stranger in
            ["twinflower", "twinflower-sync", "tauri", "wry", "tao", "iroh", "tokio", "reqwest", "hyper", "ureq"]
        {
            assert!(name != stranger && !name.starts_with("tauri-"), "the report depends on {name}");
        }
    }
    for (name, text) in sources("src-tauri/report/page", &[".typ"]) {
        for reach in [
            "@preview",
            "@local",
            "plugin(",
            "read(",
            "eval(",
            "csv(",
            "yaml(",
            "toml(",
            "xml(",
            "datetime.today",
            "http",
        ] {
            assert!(!text.contains(reach), "{name} uses {reach}");
        }
    }
}

/// Every crate of the app and of what carries it to another computer, on Linux, whose sources speak of sockets, and why it is there.
#[cfg(target_os = "linux")]
const SOCKETS: [(&str, &str); 29] = [
    (
        "dbus",
        "asks logind to be told before the computer sleeps, and the desktop for its theme: sockets of this computer",
    ),
    ("gio", "what GTK is built on; none of its sockets is called"),
    ("hyper-rustls", "what iroh would ask relays and pages with; there is no relay and no page is asked"),
    ("hyper-util", "the same"),
    ("interprocess", "the second start wakes the first: a socket of this computer, under the data folder's name"),
    ("iroh", "the wire to the family's other computer: relays off, no lookup but in this house, no name server"),
    ("iroh-metrics", "counts for a server of one's own; its server is a feature that is off"),
    ("iroh-relay", "how iroh would speak with a relay; relays are off"),
    ("libc", "names of the system's calls"),
    ("mio", "what tokio waits with"),
    ("n0-dns-resolver", "how iroh would ask a name server; ours is handed one that asks nobody"),
    ("netdev", "which networks this computer is in, from the system"),
    ("netwatch", "the same, as it changes; and the sockets of the wire"),
    ("noq", "QUIC, over the sockets of the wire"),
    ("noq-udp", "the same"),
    ("reqwest", "what iroh would ask relays with; relays are off"),
    ("rustix", "calls of the system: bounds the memory of the press"),
    ("rustls", "names a socket in what it shows how to do"),
    ("socket2", "opens the sockets of the wire, and of what looks around in this house"),
    ("soup3", "names of the web engine's own HTTP library; only its types are used"),
    ("soup3-sys", "the same"),
    ("swarm-discovery", "finds the other computer in this house by multicast, while sync is on"),
    ("tokio", "what Tauri and the wire run on; nothing of ours opens a connection with it"),
    ("tokio-stream", "wraps what tokio opens; nothing of ours opens one"),
    ("tokio-util", "the same"),
    ("tokio-websockets", "how iroh would speak with a relay; relays are off"),
    ("typst-kit", "finds the system's fonts; its downloads and its server are features that are off"),
    ("webkit2gtk", "the web engine: the window's policy names no origin but its own"),
    ("webkit2gtk-sys", "the same"),
];

/// What sources say where they can open a socket, or hand an address to a library that can; not in comments.
#[cfg(target_os = "linux")]
const SPEAKS_OF_SOCKETS: &str = "^[^/]*(TcpStream|TcpListener|UdpSocket|UnixStream|UnixListener|UnixDatagram|fn socket\\(|\
                                 getaddrinfo|soup_session_new|webkit_web_view_load_uri\\(|dbus_bus_get\\()";

#[cfg(target_os = "linux")]
#[test]
fn every_crate_that_can_open_a_socket_is_known_with_its_reason() {
    let mut crates = crates_of("twinflower");
    crates.extend(crates_of("twinflower-sync"));
    assert!(crates.len() > 200, "only {} crates", crates.len());
    let found = Command::new("grep")
        .args(["-rlE", "--include=*.rs", SPEAKS_OF_SOCKETS])
        .args(crates.values())
        .output()
        .unwrap();
    let found = String::from_utf8(found.stdout).unwrap();
    let speaks = |folder: &Path| found.lines().any(|file| Path::new(file).starts_with(folder));
    let found: Vec<&str> = crates.iter().filter(|(_, folder)| speaks(folder)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(found, SOCKETS.map(|(name, _)| name));
    assert!(SOCKETS.iter().all(|(_, reason)| !reason.is_empty()));
}

/// Every crate from elsewhere that a package is built with on this system, and where its sources are.
#[cfg(target_os = "linux")]
fn crates_of(package: &str) -> BTreeMap<String, PathBuf> {
    let built = depends_on(package);
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter().filter(|package| !package["source"].is_null());
    let named = packages.map(|package| {
        let manifest = Path::new(package["manifest_path"].as_str().unwrap());
        (package["name"].as_str().unwrap().to_owned(), manifest.parent().unwrap().join("src"))
    });
    named.filter(|(name, _)| built.contains(name)).collect()
}

#[test]
fn the_core_reads_no_clock_environment_or_locale() {
    only_in(&[], &["::now()", "std::env", "env::var", "current_dir", "temp_dir", "Local::", "getrandom", "println!"]);
}

#[test]
fn only_document_knows_automerge() {
    only_in(&["src-tauri/core/src/document/"], &["automerge::"]);
}

#[test]
fn only_the_store_knows_sled() {
    only_in(&["src-tauri/core/src/store/"], &["sled::"]);
}

#[test]
fn only_vault_and_store_touch_a_cipher() {
    only_in(
        &["src-tauri/core/src/vault/", "src-tauri/core/src/store/"],
        &["chacha20poly1305", "hpke::", "argon2::", "hkdf::"],
    );
}

#[test]
fn only_the_ipc_folder_of_the_window_imports_tauri() {
    for (name, text) in sources("ui/src", &[".ts", ".svelte"]) {
        assert!(name.starts_with("ui/src/ipc/") || !text.contains("@tauri-apps/"), "{name} imports Tauri");
    }
}

#[test]
fn the_window_keeps_nothing_and_fetches_nothing() {
    for (name, text) in sources("ui/src", &[".ts", ".svelte"]) {
        if name.contains(".test.") || name.starts_with("ui/src/dev/") {
            continue;
        }
        for word in
            ["localStorage", "sessionStorage", "indexedDB", "document.cookie", "fetch(", "XMLHttpRequest", "WebSocket"]
        {
            assert!(!text.contains(word), "{name} uses {word}");
        }
        assert!(!text.contains("{@html"), "{name} writes raw HTML");
    }
}

#[test]
fn the_windows_policy_names_no_origin_but_its_own() {
    let conf: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("src-tauri/tauri.conf.json")).unwrap()).unwrap();
    let policy = conf["app"]["security"]["csp"].as_object().unwrap();
    assert_eq!(policy["default-src"], "'none'");
    assert_eq!(policy["script-src"], "'self'");
    let allowed = ["'none'", "'self'", "'unsafe-inline'", "blob:", "data:", "ipc:", "http://ipc.localhost"];
    for (name, sources) in policy {
        for source in sources.as_str().unwrap().split(' ') {
            assert!(allowed.contains(&source), "{name} allows {source}");
        }
    }
}

#[test]
fn the_window_may_call_its_own_commands_and_little_else() {
    let capabilities = sources("src-tauri/capabilities", &[".json"]);
    assert_eq!(capabilities.len(), 1);
    let capability: serde_json::Value = serde_json::from_str(&capabilities[0].1).unwrap();
    for permission in capability["permissions"].as_array().unwrap() {
        let permission = permission.as_str().unwrap();
        assert!(permission.starts_with("core:event:allow-"), "the window may {permission}");
    }
}

#[test]
fn names_say_what_a_thing_is() {
    for folder in [
        "src-tauri/core/src",
        "src-tauri/report/src",
        "src-tauri/sync/src",
        "src-tauri/src",
        "src-tauri/xtask/src",
        "tests",
    ] {
        for (name, text) in sources(folder, &[".rs"]) {
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                for kind in ["struct ", "enum ", "trait ", "mod ", "fn "] {
                    let Some(named) = line.split(kind).nth(1) else { continue };
                    let named: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let named = named.to_lowercase();
                    for not in ["manager", "service", "helper", "util", "processor"] {
                        assert!(!named.contains(not), "{name}: {named}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_error_has_its_two_sentences() {
    let catalog: String = sources("src-tauri/locales/en", &[".ftl"]).into_iter().map(|(_, text)| text).collect();
    let errors = std::fs::read_to_string(root().join("src-tauri/core/src/errors.rs")).unwrap();
    let told = errors.split("fn told").nth(1).unwrap();
    let names: Vec<&str> = told.split("=> (\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(names.len() > 15);
    let press = std::fs::read_to_string(root().join("src-tauri/src/press.rs")).unwrap();
    let of_the_press = press.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let wire = std::fs::read_to_string(root().join("src-tauri/src/wire/trouble.rs")).unwrap();
    let of_the_wire = wire.split("=> \"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let names: Vec<&str> = names.into_iter().chain(of_the_press).chain(of_the_wire).collect();
    assert!(names.contains(&"ticket-over") && names.contains(&"no-copy-came"));
    assert!(names.contains(&"page-not-made") && names.contains(&"no-viewer"));
    for name in names {
        for id in [format!("error-{name}"), format!("error-{name}-advice")] {
            assert!(catalog.lines().any(|line| line.starts_with(&format!("{id} ="))), "{id} has no sentence");
        }
    }
}
