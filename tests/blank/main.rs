//! A blank window, for the bench to compare with: the least that a Tauri app can be.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    // As the app: without a GPU the other renderer would make every comparison flatter than it is.
    #[cfg(target_os = "linux")]
    if !std::path::Path::new("/dev/dri").exists() {
        std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    tauri::Builder::default().run(tauri::generate_context!("../tests/blank/tauri.conf.json"))
}
